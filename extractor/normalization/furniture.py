"""What a page puts around an article: buttons, notices, credits, editors' notes, addresses."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from extractor.normalization.units import Unit
from extractor.normalization.words import Shape, Words
from extractor.vocabulary import FurnitureKind

ORNAMENTS = " \t\r\n→←↑↓▶►»«›‹>…+×✕|•·▼▲-–—=_*#~.:!()[]"
LONGEST_SIGNED = 240
"""Characters of the desk's last line."""
NEAR_END = 4
"""Paragraphs in which the desk signs."""
SHORT = 40
"""Words of a paragraph that a phrase at its beginning makes furniture."""
FEW = 5
"""Words of a line over a list of other articles: "More from Norway"."""
SENTENCE = re.compile(r"[^.!?]*+(?:[.!?](?!\s|$)[^.!?]*+)*+(?:[.!?]++[\"'”’)\]]*+|$)")
BRACKET = re.compile(r"[(\[][^()\[\]]{1,400}[)\]]")
ADDRESS = re.compile(r"(?:https?://|www\.)\S++|[^\s@]{1,64}@[^\s@]{1,190}+", re.IGNORECASE)
SIGN_OFF = re.compile(
    r"(?:[A-Z]{2,5}\s+)?[a-z]{1,4}(?:[/-][a-z]{1,4})+(?:[/ ]\d{4})?(?:\s*GMT)?|-\s*(?:30|0|END|ends)\s*-|#{2,}|x{3,}"
    r"|(?:[A-Z]{2}-[A-Z]{2}-)?\d\d-\d\d-\d\d\s+\d{4}\s?[A-Z]{1,4}"
    r"|(?:Subject:\s)?[A-Z]{2}-[A-Z]{2,12}-{1,2}[\w -]{2,30},\s?\d{3,4}"
    r"|(?i:zczc\b.{0,40}|nnnn|bc-[a-z-]{3,40}(?:\s[a-z]{3,10}){0,2})|\(\(.{3,120}\)\)"
    r"|(?i:updated at \d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,4})?)"
)
NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s+[^\W\d_a-z][\w.'’-]+){1,3}"
REPORTED = re.compile(rf"{NAME}(?:,\s+{NAME}){{0,4}}(?:,?\s+and\s+{NAME})?\s+reported\s+from\s[^.]{{3,60}}\.?")
"""The desk's last line: "Ola Berg reported from Oslo."."""
TAIL_WORDS = 8
"""Words of a photographer's credit."""
ENDED = re.compile(r"[.!?][\"'”’)]?\s+\Z")
TAIL = re.compile(r"\s(?P<mark>[A-Z]{2,5}\s+)?\((?P<code>[a-z]{2,4}[-/][a-z/-]{2,12})\)$")
NAME_SIGNED = re.compile(r"(?:--|[—–])\s*[^\W\d_][\w.'’-]+(?:\s+[^\W\d_][\w.'’-]+){1,3}")


LONG = 16
"""Words from which on a paragraph that opens with a letter is no button, address or sign of the desk."""
LONGEST = 1200
"""Characters of a paragraph that is furniture as a whole."""
LONGEST_CAPTION = 60
"""Words of a caption."""
FILED = re.compile(
    r"FILE\s{0,9}(?:PHOTO\s{0,9})?[-–—:]|\(?(?:L-R|From left|Left to right|Clockwise)\b|Pictured\b|Photo:",
    re.IGNORECASE,
)
CREDITED = re.compile(
    r"[.!?][\"'”’)]?\s+(?:(?:Photograph|Photo|Picture|Image|Illustration|Credit)s?(?::| by)[^.!?]{3,60}"
    r"|[A-Z][\w'’-]{1,20}(?:\s[A-Z][\w'’.-]{0,20}){1,3}/[A-Z][\w ]{1,30}(?:\svia\s[A-Z][\w ]{1,30})?)\Z"
)


class Bit(NamedTuple):
    """A stretch of a paragraph, what kind of furniture it is, and the rule that took it."""

    start: int
    end: int
    kind: FurnitureKind
    rule: str


def bits(unit: Unit, words: Words, *, is_last: bool, near_end: bool) -> list[Bit]:
    """The furniture in one paragraph, in order and disjoint, as rows and shapes know it."""
    if near_end and len(unit.text) < LONGEST_SIGNED and REPORTED.fullmatch(unit.text):
        return [Bit(0, len(unit.text), "desk note", "structure:signed")]
    return _bits(unit, words, is_last=is_last)


def opened(unit: Unit, words: Words) -> tuple[FurnitureKind, str] | None:
    """The kind and the rule of a block that a line opens: "More from Norway", "Media contact:"."""
    opens = words.phrases["block"].match(unit.text)
    if opens and (len(unit.words) <= FEW or (opens.group().endswith(":") and len(unit.words) <= SHORT)):
        found = _known(words, "block", opens)
        return found.kind, found.rule
    return None


def _bits(unit: Unit, words: Words, *, is_last: bool) -> list[Bit]:
    whole = _whole(unit, words, is_last=is_last)
    if whole is not None:
        return [Bit(0, len(unit.text), *whole)]
    kept: list[Bit] = []
    for bit in sorted([*_brackets(unit, words), *_sentences(unit, words)]):
        if not kept or bit.start >= kept[-1].end:
            kept.append(bit)
    return kept


def _whole(unit: Unit, words: Words, *, is_last: bool) -> tuple[FurnitureKind, str] | None:
    """The kind and the rule by which all of the paragraph is furniture."""
    if len(unit.text) > LONGEST:
        return None
    length = len(unit.words)
    if length <= LONG or not unit.text[0].isalpha():
        found = _short(unit, words, is_last=is_last)
    else:  # most paragraphs, which are no button and no sign
        found = ("caption", "structure:caption") if is_caption(unit) else None
    return found or (_opening(unit, words) if length <= SHORT else None)


def _short(unit: Unit, words: Words, *, is_last: bool) -> tuple[FurnitureKind, str] | None:
    """The kind and the rule of a line that as a whole is a phrase of the table, a shape, or a credit."""
    core = unit.text.strip(ORNAMENTS)
    plain = " ".join(core.lower().split())
    if plain in words.whole:
        return words.kinds["whole", plain], words.whole[plain]
    for holds, kind, rule in SHAPES:
        if holds(unit, core, words) and (is_last or rule != "structure:signed"):
            return kind, rule
    credit = words.phrases["credit"].match(unit.text)
    if credit and len(unit.words) <= TAIL_WORDS and not unit.stopped:
        return "caption", "structure:credit"
    return None


def _opening(unit: Unit, words: Words) -> tuple[FurnitureKind, str] | None:
    """The kind and the rule of the phrase that a short paragraph opens with: "Read more: ..."."""
    opens = words.phrases["start"].match(unit.text, len(unit.text) - len(unit.text.lstrip(ORNAMENTS)))
    found = _known(words, "start", opens) if opens else None
    return (found.kind, found.rule) if found else None


def _is_address(unit: Unit, core: str, _words: Words) -> bool:
    few = len(unit.words) <= 4 and "," not in core and not unit.stopped
    return ADDRESS.fullmatch(core) is not None or (few and ADDRESS.search(core) is not None)


SHAPES: tuple[tuple[Callable[[Unit, str, Words], object], FurnitureKind, str], ...] = (
    (lambda _unit, core, _words: not any(char.isalnum() for char in core), "ornament", "structure:ornament"),
    (lambda unit, _core, _words: SIGN_OFF.fullmatch(unit.text), "desk note", "structure:sign-off"),
    (_is_address, "contact", "structure:address"),
    (lambda unit, _core, words: words.said.counted.fullmatch(unit.text.strip()), "share", "structure:counted"),
    (lambda unit, _core, _words: NAME_SIGNED.fullmatch(unit.text), "desk note", "structure:signed"),
    (lambda unit, _core, _words: is_caption(unit), "caption", "structure:caption"),
)
"""The shapes of paragraphs that are furniture as a whole, tried in this order."""


def is_caption(unit: Unit) -> bool:
    """ "FILE - A ferry leaves Bergen.", "Divers at work (Photo: Ola Berg)", "A ferry. Photograph: Ola Berg/NNA"."""
    return FILED.match(unit.text) is not None or (
        CREDITED.search(unit.text) is not None and len(unit.words) < LONGEST_CAPTION
    )


def _tells(unit: Unit, words: Words) -> bool:
    """Whether a paragraph reports what somebody says, which captions do not, or is too long for one."""
    marked = any(mark in unit.text for mark in '“”"')
    return marked or len(unit.words) >= LONGEST_CAPTION or words.labels["speech"].search(unit.text) is not None


def _brackets(unit: Unit, words: Words) -> Iterator[Bit]:
    """ "(Reporting by ...)", "(Photo: ...)", and the initials that an agency's desk signs with."""
    for bracket in BRACKET.finditer(unit.text):
        inside = bracket.group()[1:-1].strip()
        opens = words.phrases["aside"].match(inside)
        alone = len(bracket.group()) >= len(unit.text.rstrip(".")) or bracket.end() == len(unit.text)
        if opens and (alone or opens.group().lower().endswith(" by")):
            yield _known(words, "aside", opens, bracket.start(), bracket.end())
            continue
        credit = words.phrases["credit"].search(inside)
        if credit:
            caption = bracket.end() >= len(unit.text) - 1 and not _tells(unit, words)
            yield _known(words, "credit", credit, 0 if caption else bracket.start(), bracket.end())
    signed = TAIL.search(unit.text[-40:])
    if signed:
        start = max(0, len(unit.text) - 40) + signed.start() + 1
        yield Bit(start, len(unit.text), "desk note", "structure:sign-off")


def _sentences(unit: Unit, words: Words) -> Iterator[Bit]:
    """Single sentences, and notices that take the paragraph's rest."""
    plain = unit.text.lower()
    rest = words.phrases["rest"].search(unit.text) if _has(plain, words.telling["rest"]) else None
    if rest:
        yield _known(words, "rest", rest, rest.start(), len(unit.text))
    credits_ = words.phrases["credit"].finditer(unit.text) if ":" in plain else ()
    credit = next((match for match in credits_ if match.group().endswith(":")), None)
    signed = credit is not None and ENDED.search(unit.text[: credit.start()]) and not unit.stopped
    if credit is not None and signed and len(unit.text[credit.start() :].split()) <= TAIL_WORDS:
        yield _known(words, "credit", credit, credit.start(), len(unit.text))
    if _has(plain, words.telling["sentence"]) and words.phrases["sentence"].search(unit.text):
        for sentence in SENTENCE.finditer(unit.text):
            holds = words.phrases["sentence"].search(sentence.group())
            if holds:
                start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
                yield _known(words, "sentence", holds, start, sentence.end())


def _has(plain: str, telling: Iterable[str]) -> bool:
    """Whether a text in small letters has a word of the phrases; to look for them takes a tenth of trying them all."""
    return any(word in plain for word in telling)


def _known(words: Words, shape: Shape, match: re.Match[str], start: int = 0, end: int = 0) -> Bit:
    """What the row of a phrase says of a stretch."""
    phrase = " ".join(match.group().lower().split()).replace("’", "'")
    key = (shape, phrase) if (shape, phrase) in words.rules else (shape, phrase.replace("'", "’"))
    rule = words.rules.get(key, f"structure/furniture.csv:{phrase}")
    return Bit(start, end, words.kinds.get(key, "desk note"), rule)
