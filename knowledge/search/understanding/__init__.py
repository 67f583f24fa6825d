"""What a question says besides its subject: filters, what is wanted, who asks, and the places it names."""
