"""The spaCy components, one folder each: `pipe.py` is its spaCy side, the modules beside it its linguistics."""
