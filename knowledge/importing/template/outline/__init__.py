"""Which lines of a form head others, what a heading stands for, and which paragraphs go on about the work before."""
