"""Counts for whoever watches the installation, of one process or of all that serve; never of who asked or what."""
