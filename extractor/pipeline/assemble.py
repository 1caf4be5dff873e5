"""Puts the pipeline together: an installed English pipeline as the base, our components around it."""

import warnings
from pathlib import Path

from spacy.language import Language

from extractor import locate
from extractor.errors import ModelError
from extractor.pipeline import imports, loading, matrices
from extractor.provenance import model_folder

NEEDED = ("tagger", "parser", "ner")
"""What the rules read: tags, dependencies, sentences and raw entities. Lemmas and word vectors come with the base."""


def base(model: str) -> Language:
    """The base model; raises ModelError where it is not installed, not English, or lacks what the rules need."""
    model_folder(model)  # says in one sentence what is wrong, where spaCy would suggest a download
    with warnings.catch_warnings():
        # W095: the model says it was made for spaCy 3.7. It scores the same under 3.8 (see models/README.md).
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        try:
            nlp = loading.load(model)
        except (OSError, ImportError, ValueError) as error:
            raise ModelError(f'the base model "{model}" cannot be loaded: {error}') from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        lacks = f"it has no {', '.join(missing)}" if missing else f'its language is "{nlp.lang}"'
        raise ModelError(f'the base model "{model}" cannot be used: {lacks}; use an English one with {NEEDED}')
    matrices.use_numpy(nlp)
    return nlp


def assemble(*, model: str | None = None, language: str = "en", rules: Path | None = None) -> Language:
    """The whole pipeline. `rules` is a directory of the user's own tables, which mirrors `models/<language>/`."""
    with imports.quick_registries():
        return _assembled(locate.settings(language), model, rules)


def _assembled(settings: locate.Settings, model: str | None, rules: Path | None) -> Language:
    nlp = base(model or settings.base_model)
    first = nlp.pipe_names[0]
    passed = False
    for name in settings.order:
        if name == locate.BASE:
            passed = True
            continue
        config = dict(settings.components.get(name, {}))
        if rules is not None and "rules" in Language.get_factory_meta(name).default_config:
            config["rules"] = str(rules)
        nlp.add_pipe(name, config=config, before=None if passed else first)
    return nlp
