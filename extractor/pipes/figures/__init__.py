"""SKELETON figures."""
