"""What is due, contacts and their names, messages that keep people in step, and privacy."""
