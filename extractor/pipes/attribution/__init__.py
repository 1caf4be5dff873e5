"""SKELETON attribution."""
