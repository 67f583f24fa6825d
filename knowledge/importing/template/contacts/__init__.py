"""People, teams and mailboxes to turn to: who they are, in what role, reached how, and asked about what."""
