"""How an initiative and its parts are said, wherever they are shown: contacts, standing, drafts, what was submitted."""
