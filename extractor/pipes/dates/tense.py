"""Whether a bare weekday or month lies behind or ahead: the tense of its verb, and what the verb looks forward to.

"He resigned Friday" is past, "he will resign Friday", "is to resign Friday" and "is due Friday" are ahead.
"""

from spacy.tokens import Doc, Token

AHEAD = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "can", "could", "may", "might", "must", "should", "would", "ca"}
)
BESIDE = frozenset({"-", "mid", "late", "early", "the", "mid-", "next", "this"})
DEPTH = 12
"""Steps up the parse at most."""
SURE = -4
"""Behind, whatever the calendar makes likelier."""


def direction(doc: Doc, start: int, prospects: frozenset[str]) -> int:
    """Below 0 where the words over the character look back, 1 where they look ahead, 0 where nothing tells.

    The `Doc` is one that is parsed.
    """
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return 0
    token = span[0]
    place = token.i - 1
    while place >= 0 and doc[place].lower_ in BESIDE:
        place -= 1
    before = [word.lower_ for word in doc[max(0, place - 2) : place + 1]] or [""]
    said = _beside(before, doc[token.i + 1].lower_ if token.i + 1 < len(doc) else "")
    if said:
        return -1 if before[-1] in ("until", "till") and _had(token) else said
    climbed = _climb(token, prospects)
    if before[-1] == "through":
        return int(climbed >= 0)  # "runs through May"; "fell through May" may be any
    return climbed or int(before[-1] == "by")


def _beside(before: list[str], behind: str) -> int:
    """What the words beside a date say of it; 0 where they leave it to the verbs."""
    if before[-1] == "ended":
        return SURE  # "the year ended Jan. 31" has ended, however near the next one is
    if before[-1] in ("until", "till") or before in (["as", "soon", "as"], ["as", "early", "as"]):
        return 1  # "they could leave as soon as Tuesday"
    if before[-1] == "since":
        return SURE
    return -1 if behind in ("'s", "’s") else 0  # "Wednesday's ruling" has been given


def _climb(token: Token, prospects: frozenset[str]) -> int:
    """What the verbs above a token say, the nearest that says anything."""
    for _ in range(DEPTH):
        if token.tag_.startswith(("VB", "MD")):
            told = _verb(token, prospects)
            if told is not None:
                return told
        elif token.lower_ in prospects:
            return -1 if any(child.tag_ == "VBD" for child in (token.head, *token.head.children)) else 1
        if token.head == token:
            break
        token = token.head
    return 0


def _had(token: Token) -> bool:
    """Whether the verb over a date is in the pluperfect: "until Thursday, they had not called him a suspect"."""
    verb = next((above for above in token.ancestors if above.tag_.startswith("VB")), token)
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children)


LIKELY = frozenset({"will", "'ll", "’ll", "shall", "wo", "may", "can", "must", "should", "would", "ca"})
"""Modals that look ahead; "could not be found Wednesday" tells of the past."""


PLANNED = frozenset({"schedule", "plan", "slate"})
"""Verbs whose object happens on the day that stands behind it."""


def _verb(verb: Token, prospects: frozenset[str]) -> int | None:
    """What one verb says, 0 for the present; None sends the question to the verb above it."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    perfect = any(child.lemma_ == "have" for child in helpers)
    planned = verb.lemma_ in PLANNED and any(child.dep_ == "dobj" for child in verb.children)
    if planned or perfect or not words.isdisjoint(LIKELY):
        return -1 if perfect and not planned else 1  # "has scheduled a hearing Thursday", "planned a march on Saturday"
    if "to" in words:
        return _infinitive(verb, prospects)
    finite = next((child for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP")), verb)
    if verb.tag_ == "VBN" and verb.lemma_ in prospects and finite.lemma_ == "be":
        return 1
    if finite.tag_ == "VBD":
        return -1
    if finite.tag_ in ("VBZ", "VBP"):
        return 1 if verb.lemma_ in prospects or verb.tag_ in ("VBG", "VBN") else 0
    return _participle(verb, prospects)


def _participle(verb: Token, prospects: frozenset[str]) -> int | None:
    """ "a record set on Aug. 6" was set; "a hearing set for Aug. 6" is to come."""
    placed = (
        verb.lemma_ == "set" and verb.dep_ == "acl" and any(child.lower_ in ("on", "in") for child in verb.children)
    )
    return -1 if placed or (verb.tag_ == "VBN" and verb.lemma_ not in prospects) else None


def _infinitive(verb: Token, prospects: frozenset[str]) -> int | None:
    """ "plans to meet Friday", "is to meet Friday" look ahead; "came to help Friday" does not."""
    above = verb.head
    if any(child.lower_ == "had" for child in (*above.children, *above.head.children)):
        return None  # "had been due to expire Friday"
    if any(child.lower_ in ("first", "last", "only") for child in above.children):
        return None  # "the first state to join on Friday"
    if above == verb or above.lemma_ in prospects or above.lower_ in prospects or above.lemma_ == "be":
        return 1
    return 1 if above.pos_ == "NOUN" and verb.dep_ in ("acl", "relcl") else None
