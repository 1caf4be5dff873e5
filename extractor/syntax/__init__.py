"""The ground that the components stand on: one definition of each notion of English syntax that more than one asks for.

Pure functions on tokens and spans of a parsed `Doc`, tested by themselves (`tests/syntax/`). What only one component
would ask stays in that component. `offsets` leads from characters to tokens, sentences and paragraphs; `clauses` knows
verbs, their subjects, agents and tense; `phrases` the edges of noun phrases.
"""

from extractor.syntax.clauses import (
    AUXILIARIES,
    SUBJECTS,
    agent,
    auxiliaries,
    has_subject,
    is_finite,
    is_negated,
    is_passive,
    objects,
    own_subject,
    subject,
    tense,
    verb_above,
)
from extractor.syntax.offsets import Layout
from extractor.syntax.phrases import end_of, head_of, left_edge, object_of, right_edge, trimmed

__all__ = [
    "AUXILIARIES", "SUBJECTS", "Layout", "agent", "auxiliaries", "end_of", "has_subject", "head_of", "is_finite",
    "is_negated", "is_passive", "left_edge", "object_of", "objects", "own_subject", "right_edge", "subject", "tense",
    "trimmed", "verb_above",
]  # fmt: skip
