"""What is said to what people ask: questions, subcommands with their pages, and templates that they hand in."""
