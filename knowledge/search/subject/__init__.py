"""What a question is about: its words told apart by what they do there, and made into ideas."""
