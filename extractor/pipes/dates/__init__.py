"""SKELETON dates."""
