"""The form as one sequence of lines: tables unrolled by kind, the form's own words and letters round it apart."""
