"""What admins look after: roles, reloads, the report, and questions that nobody answered."""
