"""Capitals where names are, in texts that have none or nothing else, and in headlines of title case.

The base model knows names by their capitals: of "MAYOR CARVER SAID" it makes one name, of "Mayor Vetoes Budget Again" a
person. Each word is read in the case that running text would have it in. What the rest of the text writes in capitals
is followed first; then the tables of names and a dictionary of common words decide, and what stands beside the word:
a title or a first name before it makes "BELL" a surname, from there on wherever it stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.normalization.names import WORD, Names

CAPITALS = 0.92
"""The part of the letters that are capitals in a text of capitals."""
FEWEST_SMALL = 200
"""Letters of a text without capitals: a sentence by itself is often written so, and read so by the base model."""
FEWEST = 60
"""Letters of a text whose case can be judged."""
LONGEST_PHRASE = 5
SENTENCE = re.compile(
    r"(?:\A|(?:(?<!\b\w)\.|[!?:])[\"'”’)]{0,6}\s{1,8}|[\n\r]\s{0,8}|[—–]\s{1,8}|--\s{1,8})[\"'“‘(\[]{0,6}\Z"
)
VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?\Z", re.IGNORECASE)


class Said(NamedTuple):
    """A word of the text: its offsets, and itself in small letters without a possessive."""

    start: int
    end: int
    plain: str


def is_capitals(text: str) -> bool:
    """Whether a text has nearly nothing but capitals."""
    head = text[:4000]
    upper = sum(map(str.isupper, head))
    return upper >= FEWEST and upper >= CAPITALS * (upper + sum(map(str.islower, head)))


def is_small(text: str) -> bool:
    """Whether a text has no capital at all."""
    head = text[:4000]
    return text.islower() and sum(map(str.islower, head)) >= FEWEST_SMALL


class Caser:
    """Reads words in the case of running text; an object for what it learns of a text on its way."""

    def __init__(self, known: Names, is_word: Callable[[str], bool], written: Mapping[str, bool] | None = None) -> None:
        """`written` says of words in small letters whether the running text writes them with a capital."""
        self.known, self.is_word = known, is_word
        self.written: Mapping[str, bool] = written or {}
        self.learned: set[str] = set()

    def recased(self, text: str, start: int = 0, end: int | None = None) -> str:
        """The text, of the same length, with the words between two offsets in their case."""
        stop = len(text) if end is None else end
        said = [
            Said(match.start(), match.end(), POSSESSIVE.sub("", match.group()).lower())
            for match in WORD.finditer(text, start, stop)
        ]
        parts, done = [text[:start]], start
        for word, case in zip(said, self._shown(said, text), strict=True):
            written = text[word.start : word.end]
            opens = SENTENCE.search(text[max(start, word.start - 8) : word.start]) is not None
            read = case[:1].upper() + case[1:] if opens else case
            parts += (text[done : word.start], read if len(read) == len(written) else written)
            done = word.end
        return "".join([*parts, text[done:]])

    def _shown(self, said: Sequence[Said], text: str) -> list[str]:
        """Each word as it is read."""
        shown: list[str | None] = [None] * len(said)
        for at, case in self._phrases(said, text):
            shown[at] = case
        self._people(said, shown, text)
        cased = [case if case is not None else self._alone(said, at, text) for at, case in enumerate(shown)]
        self._organizations(said, cased, text)
        if not self.written:  # of a headline, the running text tells what is a name
            self._bodies(said, cased, text)
        return [case + text[w.start : w.end][len(case) :].lower() for w, case in zip(said, cased, strict=True)]

    def _phrases(self, said: Sequence[Said], text: str) -> Iterator[tuple[int, str]]:
        """Names that the tables list, the longest first."""
        at = 0
        while at < len(said):
            for length in range(min(LONGEST_PHRASE, len(said) - at), 0, -1):
                found = self.known.phrases.get(tuple(word.plain for word in said[at : at + length]))
                if found is None or not _is_unbroken(said[at : at + length], text):
                    continue
                if length > 1 or not self._is_common(said, at, text):
                    yield from zip(range(at, at + length), found, strict=True)
                    at += length - 1
                    break
            at += 1

    def _is_common(self, said: Sequence[Said], at: int, text: str) -> bool:
        """Whether a listed name is rather a word here: "may" without a day beside it."""
        plain = said[at].plain
        if plain in self.written:
            return not self.written[plain]
        if not self._is("ambiguous", plain):
            return False
        beside = text[said[at].end : said[at].end + 4].strip(" .,")
        before = said[at - 1].plain if at else ""
        return not (beside[:1].isdigit() or before[:1].isdigit() or self._is("dating", before))

    def _is(self, kind: str, plain: str) -> bool:
        return plain in self.known.words[kind]

    def _people(self, said: Sequence[Said], shown: list[str | None], text: str) -> None:
        """First names with what follows them, and what follows a title."""
        for at, word in enumerate(said):
            titled = word.plain.rstrip(".") in self.known.titles and not self._is("no name", word.plain)
            first = word.plain in self.known.first and not self._is("no name", word.plain)
            if not (titled or first) or (shown[at] is not None and not first):
                continue
            end = self._name_ends(said, at, shown, text, first=first and not self._is("no first", word.plain))
            if end > at + 1:
                shown[at] = word.plain.capitalize()
                for name in range(at + 1, end):
                    shown[name] = _titled(said[name].plain)
                    self.learned.add(said[name].plain)

    def _name_ends(self, said: Sequence[Said], at: int, shown: Sequence[str | None], text: str, *, first: bool) -> int:
        """The number of the word behind the name that a first name or a title opens."""
        end = at + 1
        while end < len(said) and end <= at + 3 and (shown[end] is None or said[end].plain in self.known.first):
            gap = text[said[end - 1].end : said[end].start]
            named = self._is_name(said[end].plain, first=first and end == at + 1)
            if gap.strip() not in {"", "."} or "\n" in gap or not named:
                break
            end += 1
        return end

    def _is_name(self, plain: str, *, first: bool) -> bool:
        """Whether a word behind a first name or a title can be a name: "Laura Petty", but not "Grace said"."""
        if plain in self.written:
            return self.written[plain]
        if not plain.isalpha() or self._is("small", plain) or self._is("no name", plain):
            return False
        if len(plain) == 1 or plain in self.known.first or plain in self.known.surnames or plain in self.learned:
            return True
        bare = len(plain) > 3 and not plain.endswith(("ed", "ing", "s")) and plain not in self.known.titles
        return not self.is_word(plain) or (first and bare)

    def _alone(self, said: Sequence[Said], at: int, text: str) -> str:
        """A word by itself."""
        word, written = said[at], text[said[at].start : said[at].end]
        plain = word.plain
        for step in (self._as_written, self._lettered, self._as_learned, self._as_word):
            found = step(said, at, written)
            if found is not None:
                return found
        hyphened = (at and text[word.start - 1] == "-") or text[word.end : word.end + 1] == "-"
        if len(plain) <= 3 or (len(plain) <= 5 and not VOWEL.search(plain)):
            named = plain in self.known.first or plain in self.known.surnames
            return plain if hyphened or named else plain.upper()
        return _titled(plain)

    def _as_written(self, said: Sequence[Said], at: int, written: str) -> str | None:
        """As the running text writes it."""
        plain = said[at].plain
        if plain not in self.written:
            return None
        return written[: len(plain)] if self.written[plain] else plain

    @staticmethod
    def _lettered(said: Sequence[Said], at: int, _written: str) -> str | None:
        """ "U.S.", "i"."""
        plain = said[at].plain
        if plain == "i":
            return "I"
        return plain.upper() if "." in plain and all(len(part) <= 1 for part in plain.split(".")) else None

    def _as_learned(self, said: Sequence[Said], at: int, _written: str) -> str | None:
        """As a name before has it."""
        plain = said[at].plain
        free = at == 0 or not self._is("determiner", said[at - 1].plain)
        return _titled(plain) if plain in self.learned and free else None

    def _as_word(self, said: Sequence[Said], at: int, _written: str) -> str | None:
        """As a word of the dictionary, or a number."""
        plain = said[at].plain
        common = plain[0].isdigit() or self._is("small", plain) or self._is("no name", plain) or self.is_word(plain)
        return plain if common else None

    def _organizations(self, said: Sequence[Said], shown: list[str], text: str) -> None:
        """Heads of organizations beside names: "Riverton City Council", "Department of Health"."""
        for at in range(1, len(said)):
            gap = text[said[at - 1].end : said[at].start]
            before = said[at - 1].plain.rstrip(".")
            head = said[at].plain.rstrip(".") in self.known.heads
            if head and gap == " " and shown[at - 1][:1].isupper() and before not in self.known.titles:
                shown[at] = _titled(said[at].plain)
            of = before == "of" and at > 1 and said[at - 2].plain in self.known.heads
            if of and shown[at].islower() and not self._is("determiner", said[at].plain):
                shown[at - 2], shown[at] = _titled(said[at - 2].plain), _titled(said[at].plain)

    def _bodies(self, said: Sequence[Said], shown: list[str], text: str) -> None:
        """Names of common words: "Galway circuit court", "the national heart institute", "Nordvik lines"."""
        for at in range(1, len(said)):
            plain = said[at].plain
            if plain.rstrip(".") in self.known.heads:
                first = self._body_begins(said, at, shown, text)
                shown[first : at + 1] = (
                    [_titled(word.plain) for word in said[first : at + 1]] if first < at else [shown[at]]
                )
            elif self._is("trade", plain) and self._is_named(said, at, shown, text):
                shown[at] = _titled(plain)

    def _body_begins(self, said: Sequence[Said], at: int, shown: Sequence[str], text: str) -> int:
        """The first word of the name that a head ends: a leading one, or the first one behind a name."""
        first = at
        while first and at - first < LONGEST_PHRASE and text[said[first - 1].end : said[first].start] == " ":
            before = said[first - 1].plain
            if self._is("leading", before):
                return first - 1
            if not self._is("modifier", before):
                return first if self._is_named(said, first, shown, text) else at
            first -= 1
        return at

    def _is_named(self, said: Sequence[Said], at: int, shown: Sequence[str], text: str) -> bool:
        """Whether a name stands right before a word; "Russian gas" is no company's."""
        before = said[at - 1].plain
        near = at > 0 and text[said[at - 1].end : said[at].start] == " " and shown[at - 1][:1].isupper()
        place = self._is("trade", said[at].plain) and (before,) in self.known.phrases
        return near and not place and before.rstrip(".") not in self.known.titles


def _is_unbroken(said: Sequence[Said], text: str) -> bool:
    """Whether nothing but blanks, hyphens and full stops stands between words."""
    return all(text[one.end : other.start].strip(" -.") == "" for one, other in pairwise(said))


def titled(line: str) -> str:
    """A line with a capital on each word, of the same length: the name of a paper, a day."""
    return WORD.sub(lambda match: match.group()[:1].upper() + match.group()[1:], line)


def _titled(plain: str) -> str:
    """A name's word with its capitals: "O'Hara", "McCain"."""
    if plain.startswith("mc") and len(plain) > 4:
        return "Mc" + plain[2:].capitalize()
    return "".join(part.capitalize() if part[:1].isalpha() else part for part in re.split(r"(['’.&])", plain))
