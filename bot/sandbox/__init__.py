"""A Slack of one's own on this machine, with a page: for tests, and to try the bot; it knows nothing of the bot."""
