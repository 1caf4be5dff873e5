"""Organizations: which names are one organization's, its acronym and its kind."""
