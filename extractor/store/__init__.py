"""Stores: what many runs have found, kept true to the files that it came from, and looked at as a whole.

A store is an SQLite database or a folder of Parquet files. `manifest` knows what was read, `scan` finds what must be
read again, `update` puts that into the store (`dataset` is the folder's side of it).
"""

from extractor.store.dataset import Dataset
from extractor.store.plan import Plan
from extractor.store.update import Store, Summary, update

__all__ = ["Dataset", "Plan", "Store", "Summary", "update"]
