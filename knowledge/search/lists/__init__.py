"""What the lists say: the thesaurus, the themes, and the names of authorities and places."""
