"""Where the content of a report may end: the joints of a sentence, each with what the page and the parse say of it.

They are found once a sentence and serve all its cues: a comma, a conjunction, a preposition, the end of the sentence.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extractor.pipes.quotes.page import Joint, Page, mark_at, sentence_number, token_from
from extractor.pipes.quotes.weights import total
from extractor.syntax.columns import Columns, columns

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
PAUSES = {
    ",": "comma", ";": "semicolon", ":": "colon", "(": "bracket", "-": "dash", "--": "dash", "–": "dash", "—": "dash",
}  # fmt: skip
JOINING = frozenset({"cc", "mark", "prep", "agent"})
ASKING = frozenset({"WRB", "WDT", "WP"})
FREE = frozenset({"advcl", "acl"})
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
    words = columns(page.doc)
    found: list[Joint] = []
    for number in range(first + 1, last):
        kind = _kind(words, number)
        if kind is None or _is_inside_marks(page, words.starts[number]):
            continue
        kind, word = _behind(words, number, last - 1, kind)
        at, above = _top(words.heads, word, number)
        top = page.doc[at]
        told = tuple(_names(page, kind, top, number))
        found.append(Joint(number, at, above, told, total(weights, told)))
    names = ("sentence end",)
    found.append(Joint(last, -1, -1, names, total(weights, names)))
    return found


def _is_inside_marks(page: Page, char: int) -> bool:
    mark = mark_at(page, char)
    return mark is not None and page.marks[mark].start < char


def _kind(words: Columns, at: int) -> str | None:
    """What a word joins, or None where nothing ends before it."""
    text, dep, tag = words.texts[at], words.deps[at], words.tags[at]
    if text in PAUSES:
        return PAUSES[text]
    if words.texts[at - 1] in PAUSES:
        return None
    if dep in JOINING or tag in ASKING:
        return None if text.lower() == "of" else text.lower()
    above = words.deps[words.heads[at]]
    if dep != "pobj" and above != "pobj" and words.entities.get(at) == "DATE":
        return "a day"
    if tag == "VBG" and dep in FREE:
        return "a participle"
    return "an infinitive" if tag == "TO" and above in FREE else None


def _behind(words: Columns, at: int, last: int, kind: str) -> tuple[str, int]:
    """The kind of a joint with the conjunction behind its comma, and the first word behind both."""
    if words.texts[at] in PAUSES and at < last:
        at += 1
        kind = f"{kind} {words.texts[at].lower()}" if words.deps[at] == "cc" else kind
    return kind, at + 1 if words.deps[at] == "cc" and at < last else at


def _top(heads: list[int], word: int, joint: int) -> tuple[int, int]:
    """The highest word of what follows, and the word before the joint that it hangs on."""
    for _ in range(STEPS):
        head = heads[word]
        if head == word:
            break
        if head < joint:
            return word, head
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
