"""The schema's history; `practice migrate` and first use run it."""
