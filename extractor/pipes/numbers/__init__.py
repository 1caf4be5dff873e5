"""SKELETON numbers."""
