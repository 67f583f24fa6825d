"""Speaks Slack and the terminal; decides nothing about practice."""
