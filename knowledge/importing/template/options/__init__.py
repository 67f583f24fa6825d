"""Which of the five categories, and which level of evidence, are meant: ticked, marked, numbered or named."""
