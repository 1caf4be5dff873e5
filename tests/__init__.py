"""The tests. `examples.py` runs the tables' inline markup; the folders mirror the package."""
