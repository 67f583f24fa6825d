"""What waits for review, what reviewers decide on, and earlier versions."""
