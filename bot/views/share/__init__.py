"""Forms for sharing an initiative, and what becomes of what was sent."""
