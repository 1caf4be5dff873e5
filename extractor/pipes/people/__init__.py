"""SKELETON people."""
