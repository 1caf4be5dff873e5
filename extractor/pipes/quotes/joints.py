"""Where the content of a report may end: the joints of a sentence, each with what the page and the parse say of it.

They are found once a sentence and serve all its cues: a comma, a conjunction, a preposition, the end of the sentence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Token

from extractor.pipes.quotes.page import Joint, Page, mark_at, sentence_number, token_from
from extractor.pipes.quotes.weights import total
from extractor.syntax.columns import are_among

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
PAUSES = {
    ",": "comma", ";": "semicolon", ":": "colon", "(": "bracket", "-": "dash", "--": "dash", "–": "dash", "—": "dash",
}  # fmt: skip
JOINING = ("cc", "mark", "prep", "agent")
LEADING = ("WRB", "WDT", "WP", "VBG", "TO")
PAUSE_IDS, JOINING_IDS, LEADING_IDS = (
    np.array(sorted(get_string_id(one) for one in listed), dtype=np.uint64) for listed in (PAUSES, JOINING, LEADING)
)
DATE = get_string_id("DATE")
BEGINS = 3
"""What spaCy's column ENT_IOB has where an entity begins."""
STEPS = 12
"""Steps from a word up to what it hangs on, at most."""


def at(page: Page, char: int) -> list[Joint]:
    """The joints behind a character, to the end of its sentence; looked for once, since cues come in order."""
    number = max(0, sentence_number(page, char))
    known = page.joints.get(number)
    if known is None or char < known[0]:
        known = page.joints[number] = (char, _behind_char(page, char, page.sentences[number][1]))
    return known[1]


def _behind_char(page: Page, start: int, end: int) -> list[Joint]:
    """The joints between two characters in order; the last one is the end."""
    first, last = token_from(page, start), token_from(page, end)
    weights = page.lexicon.weights.content
    found: list[Joint] = []
    turning = page.turning or _turning(page)
    for place in turning[bisect_right(turning, first) : bisect_left(turning, last)]:
        token = page.doc[place]
        kind = _kind(token, page.doc[place - 1])
        if kind is None or _is_inside_marks(page, token):
            continue
        kind, word = _behind(token, last - 1, kind)
        top, above = _top(word, place)
        told = tuple(_names(page, kind, top, place))
        form = top.tag_ if top.pos_ == "VERB" else ""
        low = top.left_edge.i
        found.append(Joint(place, top.i, above, form, low, told, total(weights, told)))
    names = ("sentence end",)
    found.append(Joint(last, -1, -1, "", last, names, total(weights, names)))
    return found


def _turning(page: Page) -> list[int]:
    """The tokens of the article before which content may end, by their columns; kept on the page."""
    orths, deps, tags, begins, entities = page.doc.to_array(["ORTH", "DEP", "TAG", "ENT_IOB", "ENT_TYPE"]).T
    is_day = (begins == BEGINS) & (entities == DATE)
    turns = are_among(orths, PAUSE_IDS) | are_among(deps, JOINING_IDS) | are_among(tags, LEADING_IDS) | is_day
    page.turning.extend(np.flatnonzero(turns).tolist())
    return page.turning


def _is_inside_marks(page: Page, token: Token) -> bool:
    mark = mark_at(page, token.idx)
    return mark is not None and page.marks[mark].start < token.idx


def _kind(token: Token, before: Token) -> str | None:
    """What a word joins, or None where nothing ends before it."""
    text, dep, tag = token.text, token.dep_, token.tag_
    if text in PAUSES:
        return PAUSES[text]
    if before.text in PAUSES:
        return None
    if dep in {"cc", "mark", "prep", "agent"} or tag in {"WRB", "WDT", "WP"}:
        return None if token.lower_ == "of" else token.lower_
    if token.ent_type_ == "DATE" and token.ent_iob_ == "B" and dep != "pobj" and token.head.dep_ != "pobj":
        return "a day"
    if tag == "VBG" and dep in {"advcl", "acl"}:
        return "a participle"
    return "an infinitive" if tag == "TO" and token.head.dep_ in {"advcl", "acl"} else None


def _behind(token: Token, last: int, kind: str) -> tuple[str, Token]:
    """The kind of a joint with the conjunction behind its comma, and the first word behind both."""
    if token.text in PAUSES and token.i < last:
        token = token.nbor()
        kind = f"{kind} {token.lower_}" if token.dep_ == "cc" else kind
    return kind, token.nbor() if token.dep_ == "cc" and token.i < last else token


def _top(word: Token, joint: int) -> tuple[Token, int]:
    """The highest word of what follows, and the word before the joint that it hangs on."""
    for _ in range(STEPS):
        head = word.head
        if head.i == word.i:
            break
        if head.i < joint:
            return word, head.i
        word = head
    return word, -1


def _names(page: Page, kind: str, top: Token, joint: int) -> Iterator[str]:
    """The circumstances of a joint that are the same for all cues."""
    yield f"before {kind}"
    if top.dep_ == "prep" and any(right.ent_type_ == "DATE" for right in top.rights):
        yield "then a day"
    if top.pos_ in {"VERB", "AUX"}:
        own = any(left.dep_ in SUBJECTS and left.i >= joint for left in top.lefts)
        yield "then a verb with a subject" if own else "then a verb without a subject"
        row = page.lexicon.verbs.get(page.lexicon.forms.get(top.lower_) or top.lemma_)
        if row is not None and row.needs != "hearer":
            yield "then a verb of thinking" if row.needs == "marks" else "then a verb of saying"
    else:
        yield f"then {top.dep_}"
