"""Whose form it is: the answer to the question for the authority, and which authorities it names."""
