"""What comes of the work that was found: its title, categories, impact, evidence and contacts; notices of the rest."""
