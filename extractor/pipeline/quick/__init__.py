"""Faster ways to what single components of the base model do, with annotations equal to theirs.

Each module knows one component of spaCy's, says in its `quick` whether the pipeline's is of that kind, and leaves what
is not to spaCy. The pipeline itself keeps its components: only the extractor calls these instead.
"""

from collections.abc import Callable

from spacy.tokens import Doc

from extractor.pipeline.quick import context, entities, lemmas, parser, tagger, tags

KNOWN = (context, tagger, parser, tags, lemmas, entities)


def quick(pipe: Callable[[Doc], Doc]) -> Callable[[Doc], Doc]:
    """What to call for a component: a faster equal, else the component itself."""
    for module in KNOWN:
        found: Callable[[Doc], Doc] | None = module.quick(pipe)
        if found is not None:
            return found
    return pipe
