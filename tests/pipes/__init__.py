"""What each component promises: one file a component, named like it."""
