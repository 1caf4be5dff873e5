"""People: which names are one person's, and what the article says of them."""
