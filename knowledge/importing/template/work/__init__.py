"""The walk along the lines: which of them open a piece of work, and what the others add to it."""
