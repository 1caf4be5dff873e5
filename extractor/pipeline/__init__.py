"""From an article to its record: the base model, the rule components in `config.cfg`'s order, and `collect`."""

from extractor.pipeline import expressions, imports

with expressions.remembered(last=False):
    imports.spacy()

    from extractor.pipeline.extractor import Extractor, load

__all__ = ["Extractor", "load"]
