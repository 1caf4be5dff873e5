"""Tells lines of a head from sentences by their looks: short, without a stop, in title case."""

import re

from spacy.tokens import Doc, Token

from extractor.normalization.looks import is_titled
from extractor.normalization.units import Unit
from extractor.normalization.words import Words

TURN = re.compile(r"[A-Z][A-Z .'’-]{0,40}:|Q:|A:")


def is_headline(unit: Unit, below: list[Unit], words: Words, *, present: bool = False) -> bool:
    """Whether a paragraph looks like a headline above the others.

    It is short, and without a stop, in title case, or a sentence in the `present` tense of headlines.
    """
    if _is_long(unit) or not _stands_above(unit, below):
        return False
    if unit.text.endswith((",", ":")) or (unit.text.endswith(";") and below[0].gap):
        return False
    if unit.text.endswith("?") and len(unit.words) <= 12 and below[0].gap:
        return True
    return not unit.stopped or is_titled(unit.text, words) or (present and len(unit.words) <= 14 and below[0].gap)


def _is_long(unit: Unit) -> bool:
    """Whether a line is too long for a headline; one that opens with a quotation is shorter."""
    return len(unit.words) > 28 or len(unit.text) > 200 or (unit.text[0] in '“"‘' and len(unit.words) > 14)


def _stands_above(unit: Unit, below: list[Unit]) -> bool:
    """Whether a longer paragraph follows a line that is no item of a list and no turn of a talk."""
    longer = any(len(line.text) > len(unit.text) for line in below)
    return longer and TURN.match(unit.text) is None and unit.text[0] not in "-•*("


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


def first_sentence(unit: Unit) -> Unit | None:
    """The first sentence of a paragraph without its stop, where others follow and it is short enough for a headline."""
    stop = FIRST_STOP.match(unit.text[:LONGEST_GLUED])
    if stop is None or stop.end() >= len(unit.text):
        return None
    return Unit(unit.start, unit.start + stop.end("said"), stop.group("said"), gap=True)


def is_glued(doc: Doc, unit: Unit) -> bool:
    """Whether a paragraph's first sentence is the headline of what follows it: short, in the present or without a
    finite verb ("Jobless rate dips", "Home hit by fire a second time"), or without any article ("Knights blanked in
    Erie"); a lead tells in the past who did what."""
    if not 2 <= len(unit.words) <= MOST_WORDS or unit.text[0] in "\"“‘'":
        return False
    span = doc.char_span(unit.start, unit.end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return False
    finite = [token for token in span if token.tag_ in FINITE and token.dep_ not in BELOW]
    opening = span[0].tag_
    if not finite:
        return len(span) <= FEW_WORDS or opening not in NO_OPENING
    if not any(token.tag_ == "DT" for token in span):
        return opening not in {"PRP", "IN", "EX"}
    return opening not in NO_OPENING and not _tells_past(finite)


def _tells_past(finite: list[Token]) -> bool:
    """Whether a sentence tells in the past, as a lead does; a past behind a present is what a headline is about."""
    told = [token for token in finite if token.tag_ == "VBD" or token.lemma_ in {"be", "have"}]
    return bool(told) and (len(told) == len(finite) or told[0].i <= finite[0].i)


def is_person(doc: Doc, unit: Unit) -> bool:
    """Whether the base model takes all of a line for a person's name."""
    span = doc.char_span(unit.start, unit.end, alignment_mode="contract")
    return span is not None and all(token.ent_type_ == "PERSON" for token in span)


def is_place(doc: Doc, unit: Unit) -> bool:
    """Whether the base model takes a paragraph's first word for a place: "ISLAMABAD: The", not "KROGH: Nobody"."""
    span = doc.char_span(unit.start, unit.start + 1, alignment_mode="expand")
    return span is not None and span[0].ent_type_ in ("GPE", "LOC")


SHORTENED = r"(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)"
"""Not behind "S." and "Dr.": there a full stop ends no sentence."""
FIRST_STOP = re.compile(rf"(?P<said>.+?)[ ]?(?:{SHORTENED}\.|[!?])[\"'”’)]{{0,3}}\s+(?=[^\W_]|[\"'“‘])")
LONGEST_GLUED = 140
"""Characters of a headline that stands in one paragraph with its article, with the word behind it."""
FEW_WORDS = 7
"""Words of a title that is no sentence: "A real snow day"."""
MOST_WORDS = 16
"""Words of a headline."""
NO_OPENING = frozenset({"PRP", "IN", "RB", "CC", "UH", "EX", "DT"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
BELOW = frozenset({"relcl", "acl", "advcl"})
NO_HEADLINE = frozenset({"DET", "PRON", "ADV", "SCONJ", "CCONJ", "ADP", "INTJ", "VERB", "AUX"})
"""What opens a sentence and no headline: "The council approves", "We know little", "Nine die" is one."""
