"""What a page puts around an article: buttons, notices, credits, editors' notes, addresses."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractor.annotations import Region
from extractor.pipes.structure.units import Unit
from extractor.pipes.structure.words import Words

ORNAMENTS = " \t\r\n→←↑↓▶►»«›‹>…+×✕|•·▼▲-–—=_*#~.:!()[]"
NEAR_END = 4
"""Paragraphs in which the desk signs."""
SHORT = 40
"""Words of a paragraph that a phrase at its beginning makes furniture."""
FEW = 5
"""Words of a line over a list of other articles: "More from Norway"."""
SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]+[\"'”’)\]]*|$)")
BRACKET = re.compile(r"[(\[][^()\[\]]{1,400}[)\]]")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
SIGN_OFF = re.compile(
    r"(?:[A-Z]{2,5}\s+)?[a-z]{1,4}(?:[/-][a-z]{1,4})+(?:[/ ]\d{4})?(?:\s*GMT)?|-\s*(?:30|0|END|ends)\s*-|#{2,}|x{3,}"
    r"|\d\d-\d\d-\d\d\s+\d{4}\s?[A-Z]{1,4}"
)
COUNTED = re.compile(
    r"\d[\d,.]*[km]?\s+(?:comments?|shares?|likes?|views?|retweets?|min(?:ute)?s?\s+read)"
    r"|(?:photo|image|slide|page)\s+\d+\s+(?:of|/)\s+\d+|(?:(?:share|tweet|like|comment)s?\s*\d+\s*)+",
    re.IGNORECASE,
)
"""What buttons count."""
NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s+[^\W\d_a-z][\w.'’-]+){1,3}"
REPORTED = re.compile(rf"{NAME}(?:,\s+{NAME}){{0,4}}(?:,?\s+and\s+{NAME})?\s+reported\s+from\s[^.]{{3,60}}\.?")
"""The desk's last line: "Ola Berg reported from Oslo."."""
TAIL_WORDS = 8
"""Words of a photographer's credit."""
ENDED = re.compile(r"[.!?][\"'”’)]?\s+\Z")
TAIL = re.compile(r"\s(?P<mark>[A-Z]{2,5}\s+)?\((?P<code>[a-z]{2,4}[-/][a-z/-]{2,12})\)$")
NAME_SIGNED = re.compile(r"(?:--|[—–])\s*[^\W\d_][\w.'’-]+(?:\s+[^\W\d_][\w.'’-]+){1,3}")


class Bit(NamedTuple):
    """A stretch of a paragraph and the rule that took it."""

    start: int
    end: int
    rule: str


def furniture(units: list[Unit], words: Words) -> list[list[Bit]]:
    """The furniture in each of the paragraphs, in order and disjoint."""
    found: list[list[Bit]] = []
    block: str | None = None
    for index, unit in enumerate(units):
        block = None if unit.gap else block
        near_end = index >= len(units) - NEAR_END
        opens = words.phrases["block"].match(unit.text)
        if opens and (len(unit.words) <= FEW or (opens.group().endswith(":") and len(unit.words) <= SHORT)):
            block = _rule(words, "block", opens)
        is_last = index == len(units) - 1
        signed = near_end and REPORTED.fullmatch(unit.text) is not None
        block_or_signed = block or ("structure:signed" if signed else None)
        found.append(
            [Bit(0, len(unit.text), block_or_signed)] if block_or_signed else _bits(unit, words, is_last=is_last)
        )
    return found


def _bits(unit: Unit, words: Words, *, is_last: bool) -> list[Bit]:
    whole = _whole(unit, words, is_last=is_last)
    if whole is not None:
        return [Bit(0, len(unit.text), whole)]
    bits = sorted([*_brackets(unit, words), *_sentences(unit, words)])
    kept: list[Bit] = []
    for bit in bits:
        if not kept or bit.start >= kept[-1].end:
            kept.append(bit)
    return kept


def _whole(unit: Unit, words: Words, *, is_last: bool) -> str | None:
    """The rule by which all of the paragraph is furniture."""
    core = unit.text.strip(ORNAMENTS)
    plain = " ".join(core.lower().split())
    few = len(unit.words) <= 4 and "," not in core and not unit.stopped
    credit = words.phrases["credit"].match(unit.text) and len(unit.words) <= TAIL_WORDS and not unit.stopped
    address = ADDRESS.fullmatch(core) or (few and ADDRESS.search(core))
    for holds, rule in (
        (not any(char.isalnum() for char in core), "structure:ornament"),
        (plain in words.whole, words.whole.get(plain, "")),
        (SIGN_OFF.fullmatch(unit.text), "structure:sign-off"),
        (address, "structure:address"),
        (COUNTED.fullmatch(unit.text.strip()), "structure:counted"),
        (credit, "structure:credit"),
        (is_last and NAME_SIGNED.fullmatch(unit.text), "structure:signed"),
    ):
        if holds:
            return rule
    opens = words.phrases["start"].match(unit.text, len(unit.text) - len(unit.text.lstrip(ORNAMENTS)))
    if opens and len(unit.words) <= SHORT:
        return _rule(words, "start", opens)
    return None


def _brackets(unit: Unit, words: Words) -> list[Bit]:
    """ "(Reporting by ...)", "(Photo: ...)", and the initials that an agency's desk signs with."""
    found: list[Bit] = []
    for bracket in BRACKET.finditer(unit.text):
        inside = bracket.group()[1:-1].strip()
        opens = words.phrases["aside"].match(inside)
        alone = len(bracket.group()) >= len(unit.text.rstrip(".")) or bracket.end() == len(unit.text)
        if opens and (alone or opens.group().lower().endswith(" by")):
            found.append(Bit(bracket.start(), bracket.end(), _rule(words, "aside", opens)))
            continue
        credit = words.phrases["credit"].search(inside)
        if credit:
            found.append(Bit(bracket.start(), bracket.end(), _rule(words, "credit", credit)))
    signed = TAIL.search(unit.text[-40:])
    if signed:
        start = max(0, len(unit.text) - 40) + signed.start() + 1
        found.append(Bit(start, len(unit.text), "structure:sign-off"))
    return found


def _sentences(unit: Unit, words: Words) -> list[Bit]:
    """Single sentences, and notices that take the paragraph's rest."""
    found: list[Bit] = []
    plain = unit.text.lower()
    rest = words.phrases["rest"].search(unit.text) if _has(plain, words.telling["rest"]) else None
    if rest:
        found.append(Bit(rest.start(), len(unit.text), _rule(words, "rest", rest)))
    credits_ = words.phrases["credit"].finditer(unit.text) if ":" in plain else ()
    credit = next((match for match in credits_ if match.group().endswith(":")), None)
    signed = credit is not None and ENDED.search(unit.text[: credit.start()]) and not unit.stopped
    if credit is not None and signed and len(unit.text[credit.start() :].split()) <= TAIL_WORDS:
        found.append(Bit(credit.start(), len(unit.text), _rule(words, "credit", credit)))
    if _has(plain, words.telling["sentence"]) and words.phrases["sentence"].search(unit.text):
        for sentence in SENTENCE.finditer(unit.text):
            holds = words.phrases["sentence"].search(sentence.group())
            if holds:
                start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
                found.append(Bit(start, sentence.end(), _rule(words, "sentence", holds)))
    return found


def _has(plain: str, telling: Iterable[str]) -> bool:
    """Whether a text in small letters has a word of the phrases; to look for them takes a tenth of trying them all."""
    return any(word in plain for word in telling)


def _rule(words: Words, shape: str, match: re.Match[str]) -> str:
    phrase = " ".join(match.group().lower().split())
    return words.rules.get((shape, phrase), f"structure/furniture.csv:{phrase}")


def regions(units: list[Unit], found: list[list[Bit]]) -> list[Region]:
    """The furniture as regions of the text."""
    return [
        {"start": unit.start + bit.start, "end": unit.start + bit.end, "kind": "furniture", "rule": bit.rule}
        for unit, bits in zip(units, found, strict=True)
        for bit in bits
    ]


def is_all(unit: Unit, bits: list[Bit]) -> bool:
    """Whether nothing of the paragraph is left beside the furniture."""
    return sum(bit.end - bit.start for bit in bits) >= len(unit.text) - 1
