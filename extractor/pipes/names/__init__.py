"""SKELETON names."""
