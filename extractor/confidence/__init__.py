"""Confidence: how often items like this one are right, as a number from 0 to 1, for each item and its choices.

A reporter asks which of forty items to check first. What is known of an item when the record is finished (what made
it, what is null, what stands beside it) are its circumstances; what each of them weighs is learned from articles that
were annotated by hand (`models/en/confidence/learn.py`) and stands in a table. No component reads a confidence.
"""

from extractor.confidence.confidence import Confidence

__all__ = ["Confidence"]
