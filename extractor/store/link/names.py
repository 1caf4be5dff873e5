"""Names of people compared part by part: given names, initials, nicknames, surnames in other spellings, generations."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from extractor import locate, tables

_LETTERS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
_SOUNDS = (("gh", "k"), ("kh", "k"), ("qu", "k"), ("q", "k"), ("ck", "k"), ("ph", "f"), ("zh", "s"), ("sh", "s"),
           ("sch", "s"), ("ts", "s"), ("tz", "s"), ("z", "s"), ("c", "k"), ("g", "k"), ("d", "t"), ("v", "f"),
           ("w", "f"), ("b", "p"), ("j", "s"))  # fmt: skip
"""Letters that other alphabets leave open, in the order of reading: Qaddafi, Gaddafi and Kadhafi have one skeleton."""


class Suffix(tables.Row, frozen=True, kw_only=True):
    """A row of `suffixes.csv` of the names."""

    suffix: str
    kind: str


class Nickname(tables.Row, frozen=True, kw_only=True):
    """A row of `nicknames.csv` of the people."""

    name: str
    short: tuple[str, ...]


class Name(NamedTuple):
    """A name in parts, folded: small letters without accents. `given` holds names and initials ("j")."""

    given: tuple[str, ...]
    last: str
    suffix: str

    @property
    def first(self) -> str:
        """The first given name, or its initial; empty for a surname alone."""
        return self.given[0] if self.given else ""

    @property
    def whole(self) -> str:
        """The name as one string."""
        return " ".join((*self.given, self.last, self.suffix)).strip()


_FOREIGN = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=2**16)
def folded(text: str) -> str:
    """Small letters without accents; the names of a store come again and again."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return _FOREIGN.sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], plain).casefold()


@cache
def _generations() -> frozenset[str]:
    found = tables.folder("names").rows("suffixes.csv", Suffix)
    return frozenset(row.suffix.strip(".").casefold() for row in found if row.kind == "generation")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """For every given name and every short form of one, all that may be meant by it."""
    found: dict[str, set[str]] = {}
    for row in tables.folder("people").rows("nicknames.csv", Nickname):
        forms = {folded(row.name), *map(folded, row.short)}
        for form in forms:
            found.setdefault(form, set()).add(folded(row.name))
    return {form: frozenset(names) for form, names in found.items()}


def plain_name(name: str, forms: Iterable[str]) -> str:
    """The name by which an entry is compared: without words of a headline that were taken for part of it.

    The article has it without them too: "Ruth Calder Leads" beside "Ruth Calder" and "Calder", "Another Ruth Calder".
    """
    words, known = name.split(), set(forms)
    for form in sorted(known, key=lambda each: (-len(each.split()), each)):
        part = form.split()
        if 2 <= len(part) < len(words):
            front = words[: len(part)] == part and part[-1] in known and words[-1] not in known
            if front or words[-len(part) :] == part:
                return form
    return name


def parsed(text: str, titles: tuple[str, ...] = ()) -> Name:
    """The name in its parts. An initial that was taken for a title ("M." of "M. Ramprakash") is one of them."""
    words = [word for word in text.replace("’", "'").replace("‘", "'").split() if _LETTERS.search(word)]
    suffix = ""
    if len(words) > 1 and words[-1].strip(".,").casefold() in _generations():
        suffix = words.pop().strip(".,").casefold()
    initials = [title for title in titles if _INITIAL.fullmatch(title)] if len(words) == 1 else []
    parts: list[str] = []
    for word in (*initials, *words):
        if _INITIAL.fullmatch(word) and word is not words[-1]:
            parts += list(word.replace(".", "").casefold())
        else:
            parts.append(folded(word).strip(".,'\"()"))
    parts = [part.removesuffix("'s") for part in parts if part]
    return Name(tuple(parts[:-1]), parts[-1] if parts else folded(text), suffix)


@cache
def skeleton(word: str) -> str:
    """The consonants of a word as they sound, for the block that it is in: spellings of one name share it."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    bare = re.sub(r"[aeiouyhx'\-]", "", word)
    bare = re.sub(r"(.)\1+", r"\1", bare)
    return bare if len(bare) > 1 else word


def similar(one: str, other: str) -> float:
    """How far two words are the same, 0 to 1."""
    return 1.0 if one == other else float(DamerauLevenshtein.normalized_similarity(one, other))


class Likeness(NamedTuple):
    """How far two names may be one person's: 0 where they can't be, and what was decisive."""

    score: float
    rule: str


NONE = Likeness(0.0, "other name")


def compared(one: Name, other: Name) -> Likeness:
    """How far two names may be one person's. A surname alone is like any name with it."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return NONE
    last = similar(one.last, other.last)
    if last < 1.0 and (last < 0.7 or min(len(one.last), len(other.last)) < 5):
        return NONE
    if not one.given or not other.given:
        lone = one.given == other.given
        return Likeness(last, "same name" if lone else "surname alone")
    first = _given(one.first, other.first)
    if first.score == 0.0 or _middles_differ(one.given[1:], other.given[1:]):
        return NONE
    score = first.score * last * (0.7 if bool(one.suffix) != bool(other.suffix) else 1.0)
    return Likeness(score, first.rule if last == 1.0 else f"{first.rule}, spelling")


def _given(one: str, other: str) -> Likeness:
    if one == other:
        return Likeness(0.75 if len(one) == 1 else 1.0, "same name")
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1:
        return Likeness(0.7, "initial") if longer.startswith(shorter) else NONE
    known = nicknames()
    if known.get(one, frozenset({one})) & known.get(other, frozenset({other})):
        return Likeness(0.95, "nickname")
    near = similar(one, other)
    if near >= 0.75 and skeleton(one) == skeleton(other):
        return Likeness(0.85, "spelling")
    if len(shorter) >= 3 and longer.startswith(shorter) and len(longer) - len(shorter) <= 6:
        return Likeness(0.8, "short form")
    return NONE


def _middles_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names speak against: George W. and George H. W. are two; John F. and John are not told apart."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    initials = [middle[:1] for middle in long]
    return not all(middle[:1] in initials for middle in short) or (
        len(one) != len(other) and short[0][:1] != long[0][:1]
    )


@cache
def genders() -> Mapping[str, str]:
    """The given names of the names' table that are a man's or a woman's, with "m" or "f"."""
    path = locate.language() / "names" / "given_names.tsv"
    pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return MappingProxyType({pair[0]: pair[1] for pair in pairs if len(pair) > 1 and pair[1] in {"m", "f"}})
