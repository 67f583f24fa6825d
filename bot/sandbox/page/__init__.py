"""The page of `practice sandbox`: a Slack-like workspace in a browser, in front of the stand-in."""
