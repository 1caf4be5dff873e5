"""SKELETON reference."""
