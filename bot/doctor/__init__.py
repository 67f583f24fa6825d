"""Looks an installation over: what is set, reachable and allowed, what is not, and how to mend it.

Nothing is changed: no migration, no load, no message. No secret is ever part of a finding: settings are named, never
shown, and of Slack's answers only error codes are taken.
"""
