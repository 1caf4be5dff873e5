"""Loads the base model without what no component of it asks for: the 776,469 strings of its word vectors' words.

spaCy's own switches leave the strings and vectors out; the vectors are read by `vectors`. What the components need
they bring with them: labels, patterns and tables are added to the string store as each is loaded. Components that the
model itself disables are left out, and the tokenizer's 1,347 exceptions are built once instead of twice. Whatever
model is not of the kind that this was tried on is loaded the ordinary way.
"""

import json
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import load_config

from extractor.pipeline import vectors
from extractor.provenance import model_data

TRIED = frozenset({"tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"})
"""Components whose annotations are known not to change; others may look words up in the string store."""
LEFT_OUT = ("strings", "vectors")
BARE = "newsextract.bare_tokenizer.v1"
TOKENIZER = "spacy.Tokenizer.v1"


def load(model: str) -> Language:
    """The pipeline of that name or path; raises what `spacy.load` raises."""
    folder = model_data(model)
    meta = _tried(folder) if folder is not None else None
    found = _vectors(folder / "vocab") if folder is not None and meta is not None else None
    if meta is None or found is None:
        return spacy.load(model)
    bare = {"nlp": {"tokenizer": {"@tokenizers": BARE}}}
    nlp = spacy.load(model, exclude=[*LEFT_OUT, *meta.get("disabled", ())], config=bare)
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": TOKENIZER}
    found.name = nlp.vocab.vectors.name
    nlp.vocab.vectors = found
    return nlp


@spacy.registry.tokenizers(BARE)  # type: ignore[untyped-decorator]
def _bare_tokenizer() -> Any:  # noqa: ANN401, spaCy's own type
    """A tokenizer without rules, for a pipeline that reads its own from disk at once."""
    return lambda nlp: Tokenizer(nlp.vocab)


def _tried(folder: Path) -> dict[str, Any] | None:
    """What the model's meta.json says, where all of the model is of the kind that was tried."""
    settings, files = folder / "vocab" / "vectors.cfg", ("meta.json", "tokenizer", "vocab/key2row", "vocab/vectors")
    if not settings.is_file() or not all((folder / file).is_file() for file in files):
        return None
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    mode = json.loads(settings.read_text(encoding="utf-8")).get("mode")
    tokenizer = load_config(folder / "config.cfg")["nlp"].get("tokenizer")
    known = TRIED.issuperset(meta.get("components", ("?",))) and meta.get("lang") == "en"
    return meta if known and tokenizer == {"@tokenizers": TOKENIZER} and mode == "default" else None


def _vectors(folder: Path) -> vectors.QuickVectors | None:
    """The model's vectors; None where they are written in another way, which spaCy then reads or refuses."""
    try:
        return vectors.read(folder)
    except ValueError:
        return None
