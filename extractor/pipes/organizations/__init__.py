"""SKELETON organizations."""
