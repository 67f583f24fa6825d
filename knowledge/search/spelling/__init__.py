"""Slips put right: which words are right as they stand, and what was meant by the others."""
