"""The commands of the terminal, each a function that imports what it needs and nothing more, and what they print."""
