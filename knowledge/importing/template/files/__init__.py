"""A file of any make, opened within bounds, as blocks of text with their places."""
