"""What a form asks: the template's questions as people reword and misspell them, and what else forms ask."""
