"""Figures: the value, how sure, of what, in which role."""
