"""Quotes: who said what, in which words, and by which expression of reporting."""
