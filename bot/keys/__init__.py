"""The keys for what the store keeps encrypted or hashed: where they are, and whether they are the right ones."""
