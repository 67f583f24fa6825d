"""What the `practice` command prints: JSON, figures, reports and templates."""
