"""What `practice serve` runs: HTTP or Socket Mode, health beside it, and counts for whoever watches over it."""
