"""The words of the store as packed numbers: what is gathered from initiatives, and snapshots read without locks."""
