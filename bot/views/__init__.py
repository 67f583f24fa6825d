"""Our records as Slack or a terminal shows them: pure functions; limits, escaping and trimming stand in `blocks`."""
