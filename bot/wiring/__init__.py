"""The one place that chooses real parts: which database, which search, which Slack client."""
