"""SKELETON quotes."""
