"""Loads the base model without what no component of it asks for: the 776,469 strings of its word vectors' words.

spaCy's own switches leave the strings and vectors out; the vectors are read by `vectors`. What the components need
they bring with them: labels, patterns and tables are added to the string store as each is loaded. Whatever model is
not of the kind that this was tried on is loaded the ordinary way.
"""

import json
from pathlib import Path

import spacy
from spacy.language import Language

from extractor.pipeline import vectors
from extractor.provenance import model_data

TRIED = frozenset({"tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"})
"""Components whose annotations are known not to change; others may look words up in the string store."""
LEFT_OUT = ("strings", "vectors")


def load(model: str) -> Language:
    """The pipeline of that name or path; raises what `spacy.load` raises."""
    found = _vectors(model_data(model))
    if found is None:
        return spacy.load(model)
    nlp = spacy.load(model, exclude=LEFT_OUT)
    found.name = nlp.vocab.vectors.name
    nlp.vocab.vectors = found
    return nlp


def _vectors(folder: Path | None) -> vectors.QuickVectors | None:
    """The model's vectors, where the whole of it is of the kind that was tried."""
    if folder is None or not (folder / "vocab" / "key2row").is_file() or not (folder / "meta.json").is_file():
        return None
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    settings = folder / "vocab" / "vectors.cfg"
    mode = json.loads(settings.read_text(encoding="utf-8")).get("mode") if settings.is_file() else None
    if mode != "default" or meta.get("lang") != "en" or not TRIED.issuperset(meta.get("components", ["?"])):
        return None
    try:
        return vectors.read(folder / "vocab")
    except (OSError, ValueError):  # then spaCy reads them, or says what is wrong with them
        return None
