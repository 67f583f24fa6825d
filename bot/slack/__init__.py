"""Calls to Slack: in whose name, who somebody is, what is posted and fetched, and in which words Slack refuses."""
