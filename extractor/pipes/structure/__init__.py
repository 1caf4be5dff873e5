"""SKELETON structure."""
