"""What every view is made of: blocks within Slack's limits, inputs, lines of rich text, counts in words, a notice."""
