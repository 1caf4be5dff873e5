"""Organizations called by what they are: "Sorell Freight fell on Monday. The company blamed the weather."

The noun means the organization of its kind that was named last before it, if that is near. One that says more ("the
company that sued him", "the company's rival") may mean another and is left alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from extractor.syntax.columns import columns
from extractor.tables import Row
from extractor.vocabulary import OrganizationKind

FARTHEST = 700
"""Characters between an organization's name and the noun for it: a few sentences."""
NEAR = 120
"""Characters from a name to one that describes it, at most."""
STEPS = 6
NARROWING = frozenset({"relcl", "acl", "prep", "amod", "compound", "nmod", "poss", "appos", "nummod"})


class Called(Row, frozen=True, kw_only=True):
    """A noun by which organizations of a kind are called when they have been named.

    `fits` is "kind" where any of its kind may be called so ("the company"), "name" where it must have the noun in its
    name, or be named by initials: "the council" is not the Met Office. Names with the `letters` come first, of whatever
    kind: "the airline" is EgyptAir before Facebook.
    """

    noun: str
    kind: OrganizationKind
    fits: Literal["kind", "name"]
    letters: str = ""


class NamedAt(NamedTuple):
    """Where an organization is named, its number and its kind."""

    start: int
    end: int
    number: int
    kind: OrganizationKind | None
    words: frozenset[str]
    is_initials: bool


class Nominal(NamedTuple):
    """A nominal mention of the organization of that number."""

    start: int
    end: int
    number: int
    rule: str


def nominals(doc: Doc, names: Sequence[NamedAt], nouns: dict[str, Called]) -> Iterator[Nominal]:
    """The nominal mentions, in order; `names` are in order too."""
    starts = [name.start for name in names]
    for at in columns(doc).of(nouns) if names else ():
        token = doc[at]
        if token.tag_ != "NN" or (article := _article(token)) is None:
            continue
        row = nouns[token.lower_]
        last = bisect_right(starts, article.idx)
        number = _meant(doc, names[max(0, last - 12) : last], article.idx, row)
        if number is not None:
            yield Nominal(article.idx, token.idx + len(token.text), number, row.rule)


def _article(noun: Token) -> Token | None:
    """The definite article right before the noun, where nothing else says which is meant."""
    if noun.i == 0 or (article := noun.nbor(-1)).lower_ != "the" or noun.dep_ == "compound":
        return None
    return None if any(child.dep_ in NARROWING for child in noun.children) else article


def _meant(doc: Doc, before: Iterable[NamedAt], at: int, row: Called) -> int | None:
    """The last that fits, but not one that only describes another: "Alphabet, the parent company of Google, rose"."""
    fits = _fitting([name for name in before if at - name.end < FARTHEST], row)
    while len(fits) > 1 and _is_within(doc, fits[-1], fits[-2]):
        fits.pop()
    foremost = (name for name in reversed(fits) if not _is_of_somebody(doc, name))
    meant = next(foremost, fits[-1]) if fits else None
    return None if meant is None else meant.number


def _fitting(near: Sequence[NamedAt], row: Called) -> list[NamedAt]:
    """Those that the noun may be for: by the letters of their names, else by the noun in them or by their kind."""
    lettered = [name for name in near if row.letters and any(row.letters in word for word in name.words)]
    return lettered or [name for name in near if row.noun in name.words or _is_of_kind(name, row)]


def _is_of_somebody(doc: Doc, name: NamedAt) -> bool:
    """ "Miles Corbin of Barlow Securities", "Priya Nair at Thornton": whose somebody is."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or span.root.dep_ != "pobj" or span.root.head.head.i >= span.start:
        return False
    return bool(span.root.head.head.ent_type_ == "PERSON")


def _is_within(doc: Doc, inner: NamedAt, outer: NamedAt) -> bool:
    """Whether a name hangs on another one, in an apposition to it or behind a preposition."""
    if inner.number == outer.number or inner.start - outer.end > NEAR:
        return False
    span = doc.char_span(inner.start, inner.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    for _ in range(STEPS):
        token = token.head
        if outer.start <= token.idx < outer.end:
            return True
        if token.pos_ in {"VERB", "AUX"} or token.dep_ == "conj":
            return False
    return False


def _is_of_kind(name: NamedAt, row: Called) -> bool:
    return name.kind == row.kind and (row.fits == "kind" or name.is_initials)
