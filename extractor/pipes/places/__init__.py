"""Places: which names are places, and where on the map they are."""
