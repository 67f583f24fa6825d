"""What `practice serve` runs: HTTP or Socket Mode, health beside it, and what a killed process left taken up again."""
