"""Whether a bare weekday or month lies behind or ahead: the tense of its verb, and what the verb looks forward to.

"He resigned Friday" is past, "he will resign Friday", "is to resign Friday" and "is due Friday" are ahead.
"""

from spacy.tokens import Doc, Token

AHEAD = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "can", "could", "may", "might", "must", "should", "would", "ca"}
)
DEPTH = 12
"""Steps up the parse at most."""


def direction(doc: Doc, start: int, prospects: frozenset[str]) -> int:
    """-1 where the verb over the character looks back, 1 where it looks ahead, 0 where nothing tells."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return 0
    token = span[0]
    before = doc[token.i - 1].lower_ if token.i else ""
    if before in ("since", "after") and token.i:
        return -1
    for _ in range(DEPTH):
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
            told = _verb(token, prospects)
            if told:
                return told
        elif token.lemma_ in prospects or token.lower_ in prospects:
            return 1
        if token.head is token:
            break
        token = token.head
    return 1 if before in ("until", "by", "till") else 0


def _verb(verb: Token, prospects: frozenset[str]) -> int:
    """What one verb says; 0 sends the question to the verb above it."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" for child in helpers):
        return -1 if any(child.lemma_ == "have" for child in helpers) else 1
    if any(child.lower_ == "to" for child in helpers):
        return 1
    if verb.tag_ == "VBD":
        return 1 if verb.lower_ == "were" and verb.dep_ == "advcl" else -1
    finite = next((child for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP")), None)
    if finite is not None and (finite.tag_ == "VBD" or finite.lemma_ == "have"):
        return 1 if verb.lemma_ in prospects and verb.tag_ == "VBN" and finite.lemma_ == "be" else -1
    if finite is not None or verb.tag_ in ("VBZ", "VBP"):
        return 1 if verb.lemma_ in prospects or (finite is not None and verb.tag_ == "VBG") else 0
    if verb.tag_ == "VBN":
        return 1 if verb.lemma_ in prospects else -1
    return 0
