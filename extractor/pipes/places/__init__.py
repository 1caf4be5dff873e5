"""SKELETON places."""
