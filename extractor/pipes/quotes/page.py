"""What the linguistic modules look things up in: one article with its marks and paragraphs, by character and token."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from extractor.annotations import NAMES, Name, text_of
from extractor.pipes.quotes.lexicon import Lexicon
from extractor.pipes.quotes.marks import CLOSED_WORD, Marked
from extractor.syntax import offsets
from extractor.vocabulary import MentionType, Stance


class Joint(NamedTuple):
    """A place where content may end, before token `at`; `weight` is the sum of the weights of its `names`.

    What follows has the head `top`, which hangs on token `above` before the joint (-1: on none); `form` is the tag of
    `top` where that is a verb, and `low` the first token of all that `top` governs.
    """

    at: int
    top: int
    above: int
    form: str
    low: int
    names: tuple[str, ...]
    weight: float


TITLED = re.compile(r"\w,?\s$")
STAMP = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?|GMT|BST|EST|ET)?\s*(?:--?|[–—:|])\s+", re.IGNORECASE)
SPACE = " \t\n\r\x0b\x0c\x85\u2028\u2029\xa0"
LOOSE = SPACE + ",;:—–-"
DASHES = frozenset(("-", "--", "–", "—", "―"))
RANK = 5
"""Letters of a rank that is cut short, at most."""
LONG_WORD = 4
"""Letters, at least, of the words that a title has in capitals."""
LONG = 6
"""Words in small letters: a title has fewer."""
STOPS = frozenset((".", "?", "!", "...", "…", ";"))


class Mention(NamedTuple):
    """Where a speaker stands; `type` is name, nominal or pronoun."""

    start: int
    end: int
    type: MentionType


Layout = Literal["dash", "turns"]


class Report(NamedTuple):
    """One act of reporting as it is found. `at` is the token of the cue, `clause` the reporter's own stretch.

    `follows` is the `at` of the report whose speaker a quotation without a cue seems to go on with; `layout` says that
    the page tells who speaks: by a signature behind a dash, or by the turns of a dialogue.
    """

    spans: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    lemma: str
    stance: Stance
    speaker: Mention | None
    no_speaker: str | None
    rule: str
    at: int
    clause: tuple[int, int]
    follows: int = -1
    layout: Layout | None = None


class Page(NamedTuple):
    """An article. `starts` are the tokens' first characters, `mark_starts` those of the marked stretches.

    `joints` are kept by the number of their sentence, with the character from which they were looked for; `turning`
    are the tokens before which one may be.
    """

    doc: Doc
    text: str
    paragraphs: Sequence[tuple[int, int]]
    paragraph_starts: Sequence[int]
    marks: Sequence[Marked]
    mark_starts: Sequence[int]
    starts: Sequence[int]
    lexicon: Lexicon
    datelines: Sequence[tuple[int, int]]
    sentences: Sequence[tuple[int, int]]
    sentence_starts: Sequence[int]
    names: Sequence[Name]
    name_starts: Sequence[int]
    joints: dict[int, tuple[int, list[Joint]]]
    turning: list[int]


def open_page(
    doc: Doc,
    paragraphs: Sequence[tuple[int, int]],
    marks: Sequence[Marked],
    lexicon: Lexicon,
    datelines: Sequence[tuple[int, int]] = (),
) -> Page:
    """The page of a parsed article."""
    starts = doc.to_array("IDX").tolist() if len(doc) else []
    firsts = [start for start, _ in paragraphs]
    sentences = [(one["start"], one["end"]) for one in offsets.sentences(doc, text_of(doc))]
    names = NAMES.of(doc)
    return Page(
        doc,
        text_of(doc),
        paragraphs,
        firsts,
        marks,
        [mark.start for mark in marks],
        starts,
        lexicon,
        datelines,
        sentences,
        [start for start, _ in sentences],
        names,
        [name["start"] for name in names],
        {},
        [],
    )


def stamps(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The times before the entries of a live report, with their dashes: `14:05 - Police are on their way.`"""
    found = (STAMP.match(text, start, end) for start, end in paragraphs)
    return [match.span() for match in found if match is not None]


def sentence_number(page: Page, char: int) -> int:
    """The number of the sentence that holds the character; -1 before the first."""
    return bisect_right(page.sentence_starts, char) - 1


def sentence_of(page: Page, char: int) -> tuple[int, int]:
    """The sentence that holds the character, without white space at its ends."""
    at = sentence_number(page, char)
    return page.sentences[at] if at >= 0 else (0, len(page.text))


def token_from(page: Page, char: int) -> int:
    """The first token that begins at the character or after it; the article's length where there is none."""
    return bisect_left(page.starts, char)


def mark_at(page: Page, char: int) -> int | None:
    """The index of the marked stretch that holds the character."""
    at = bisect_right(page.mark_starts, char) - 1
    return at if at >= 0 and char < page.marks[at].end else None


def marks_in(page: Page, start: int, end: int) -> range:
    """The indices of the marked stretches that share a character with the stretch."""
    low = bisect_right(page.mark_starts, start) - 1
    if low < 0 or page.marks[low].end <= start:
        low += 1
    return range(low, max(low, bisect_left(page.mark_starts, end)))


def paragraph_of(page: Page, char: int) -> tuple[int, int]:
    """The paragraph that holds the character, or stands before it."""
    at = bisect_right(page.paragraph_starts, char) - 1
    return page.paragraphs[at] if at >= 0 else (0, len(page.text))


def is_stop(page: Page, token: Token) -> bool:
    """Whether a token ends a sentence: the dot of "Brig. Hassan Idris" belongs to a rank."""
    if token.text != "." or token.i + 1 >= len(page.doc) or not token.i:
        return token.text in STOPS
    rank, name = token.nbor(-1), token.nbor()
    is_rank = rank.pos_ == "PROPN" and len(rank) <= RANK and rank.whitespace_ == ""
    return not (is_rank and name.ent_type_ == "PERSON" and name.idx in page.name_starts)


def end_of(token: Token) -> int:
    """The character after the token."""
    return int(token.idx + len(token))


def trim(page: Page, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, commas and dashes at its ends, and without a full stop outside marks."""
    text = page.text
    for low, high in page.datelines:
        start = high if low <= start < high < end else start
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and (text[end - 1] in LOOSE or (text[end - 1] == "." and _is_full_stop(page, start, end))):
        end -= 1
    return start, end


def _is_full_stop(page: Page, start: int, end: int) -> bool:
    """Whether the dot ends a sentence and no abbreviation: "to the U.S." keeps its last one."""
    if mark_at(page, end - 1) is not None:
        return False
    at = bisect_right(page.starts, end - 1) - 1
    return page.starts[at] == end - 1 or page.starts[at] < start


def whole_marks(page: Page, start: int, end: int) -> tuple[int, int]:
    """The stretch widened so that it cuts no marked stretch in two."""
    for index in marks_in(page, start, end):
        mark = page.marks[index]
        start, end = min(start, mark.start), max(end, mark.end)
    return start, end


def _is_title(page: Page, start: int, inner: str) -> bool:
    """Whether the word before a mark announces a title: `the song "Paper Boats"`, `in his book, "Paper Boats"`"""
    before = page.text[max(0, start - 20) : start]
    announced = TITLED.search(before)
    if announced is None or before.split()[-1].rstrip(",").lower() not in page.lexicon.titles:
        return False
    return "," not in announced.group() or in_title_case(inner)


def in_title_case(inner: str) -> bool:
    """Whether all long words of a stretch have a capital: "The Weight of Salt"."""
    return all(word[0].isupper() for word in inner.split() if len(word) >= LONG_WORD and word[0].isalpha())


def is_told_work(page: Page, mark: Marked) -> bool:
    """`“The Salt Road,” a first novel`: a title in marks, with what it is behind a comma."""
    inner = page.text[mark.inner_start : mark.inner_end].strip(" ,")
    after = token_from(page, mark.end)
    if after < len(page.doc) and page.doc[after].text == ",":
        after += 1
    elif page.text[mark.inner_end - 1] != ",":
        return False
    long = [word for word in inner.split() if len(word) >= LONG_WORD]
    is_title = bool(long) and " " in inner and in_title_case(inner)
    return is_title and after < len(page.doc) and page.doc[after].tag_ in {"DT", "PRP$"}


def is_statement(page: Page, mark: Marked) -> bool:
    """Whether the marked stretch is a sentence: capital first, punctuation last. A title or a fragment is not."""
    inner = page.text[mark.inner_start : mark.inner_end].strip()
    if _is_title(page, mark.start, inner):
        return False
    if len(inner) < 2 or mark.runs_on:
        return bool(inner)
    first = next((char for char in inner[:4] if char.isalnum()), "")
    opens = not first.islower() or inner.startswith(("…", "..."))
    after = page.text[mark.end : mark.end + 1]
    closes = inner[-1] in CLOSED_WORD or inner[-1] in "—–-’'”\")]" or after in (",", ".", "")
    return opens and bool(first) and (closes or _runs_through(inner))


def _runs_through(inner: str) -> bool:
    """Whether words in marks are sentences that only their last mark cuts: `"You blame the $12-an-hour" workers.`"""
    return sum(word[0].islower() for word in inner.split()) >= LONG
