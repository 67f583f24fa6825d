"""English as it is typed: text to words, their stems and families, and which words are right or say little."""
