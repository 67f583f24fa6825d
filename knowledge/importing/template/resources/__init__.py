"""Documents and pages by title and address, in running text and on lines under a heading for them."""
