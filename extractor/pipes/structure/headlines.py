"""Tells lines of a head from sentences by their looks: short, without a stop, in title case."""

import re

from spacy.tokens import Doc

from extractor.normalization.looks import is_titled
from extractor.normalization.units import Unit

TURN = re.compile(r"[A-Z][A-Z .'’-]{0,40}:|Q:|A:")


def is_headline(unit: Unit, below: list[Unit], *, present: bool = False) -> bool:
    """Whether a paragraph looks like a headline above the others.

    It is short, and without a stop, in title case, or a sentence in the `present` tense of headlines.
    """
    if len(unit.words) > 28 or len(unit.text) > 200 or (unit.text[0] in '“"‘' and len(unit.words) > 14):
        return False
    if not any(len(line.text) > len(unit.text) for line in below) or TURN.match(unit.text) or unit.text[0] in "-•*(":
        return False
    if unit.text.endswith((",", ":")) or (unit.text.endswith(";") and below[0].gap):
        return False
    if unit.text.endswith("?") and len(unit.words) <= 12 and below[0].gap:
        return True
    return not unit.stopped or is_titled(unit.text) or (present and len(unit.words) <= 14 and below[0].gap)


def is_present(doc: Doc, unit: Unit) -> bool:
    """Whether a paragraph is one sentence in the headlines' present ("Charlotte struggles to return to normal.").

    A lead has its verb in the past or with an auxiliary ("Police are looking for a man."), and names the day.
    """
    span = doc.char_span(unit.start, unit.end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP") or len(unit.text) > 200:
        return False
    roots = [token for token in span if token.head == token]
    if len(roots) != 1 or span[0].pos_ in NO_HEADLINE:
        return False
    root = roots[0]
    helped = any(child.dep_ in ("aux", "auxpass") for child in root.children)
    return root.tag_ in ("VBZ", "VBP", "VB") and root.lemma_ != "be" and not helped


def is_place(doc: Doc, unit: Unit) -> bool:
    """Whether the base model takes a paragraph's first word for a place: "ISLAMABAD: The", not "KROGH: Nobody"."""
    span = doc.char_span(unit.start, unit.start + 1, alignment_mode="expand")
    return span is not None and span[0].ent_type_ in ("GPE", "LOC")


NO_HEADLINE = frozenset({"DET", "PRON", "ADV", "SCONJ", "CCONJ", "ADP", "INTJ", "VERB", "AUX"})
"""What opens a sentence and no headline: "The council approves", "We know little", "Nine die" is one."""
