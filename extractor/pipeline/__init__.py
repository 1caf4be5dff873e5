"""From an article to its record: the base model, the rule components in `config.cfg`'s order, and `collect`."""

from extractor.pipeline import imports

imports.spacy()

from extractor.pipeline.extractor import Extractor, load  # noqa: E402, after spaCy's quick import

__all__ = ["Extractor", "load"]
