"""Answers to questions, what was understood, and help."""
