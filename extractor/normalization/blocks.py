"""What of a page's paragraphs is furniture: menus by their shape, blocks that a line opens, comments to the page's end.

Single paragraphs are judged by `furniture`; here is what needs those around them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.normalization.furniture import ADDRESS, Bit, bits, opened
from extractor.normalization.looks import is_publisher, is_telling, is_titled
from extractor.normalization.phrases import AGO
from extractor.normalization.units import Unit
from extractor.normalization.words import Words
from extractor.vocabulary import FurnitureKind

CLOSING = ("”", "''", '"', "’", "»")
NEAR_END = 4
"""Paragraphs in which the desk signs."""
PARTS = re.compile(r"\s*(?:[|›»>/•·▾▼☰×]|\t|\s{2,}|\s-\s)\s*")
MENU_WORDS = 4
"""Words of an entry of a menu."""
CRUMB, CRUMBS = re.compile(r"\S\s[›»>/]\s\S"), 4
"""What parts the sections that lead to an article, and how many there are: "News / Harbour County"."""
BARS = 3
"""Bars in a row of sections, of which two are known: "Australia | World | Politics | Climate crisis"."""
MENU_LINES = 6
"""So many short lines in a row are a menu, whatever stands on them."""
LINK_WORDS = 20
"""Words of another article's headline."""
COMMENTS = re.compile(
    r"(?:\d[\d,]*\s+)?(?:reader\s+)?comments?\s*(?:\(\s*\d[\d,]*\s*\))?:?"
    r"|join the (?:discussion|conversation)|discussion about this post",
    re.IGNORECASE,
)
STAMPED = re.compile(rf"(?i:\b{AGO}\b|\b(?:reply|report)\b)|\b\d{{1,2}}[:.]\d\d\b|\b(?:19|20)\d\d\b")
"""What stands beside what a reader writes: an hour, a day, a button."""
LONGEST_HEAD, HEADS = 60, 3
"""Characters of the line above comments, and how many such lines are looked at."""
ABOUT = re.compile(r"(?:About|ABOUT)\s+[^\W\d_a-z]")
PHONE = re.compile(r"\+?\(?\d[\d ().-]{6,20}\d")
HASHES = re.compile(r"#{2,}|-\s?(?:30|ends?|0)\s?-|ends?", re.IGNORECASE)


INSIDE = ("rest", "sentence")
"""Shapes of phrases that are looked for inside of paragraphs; most articles have none of their words."""


def furniture(units: Sequence[Unit], words: Words) -> list[list[Bit]]:
    """The furniture in each of the paragraphs, in order and disjoint."""
    plain = "\n".join(unit.text for unit in units).lower()
    some = {shape: tuple(word for word in words.telling[shape] if word in plain) for shape in INSIDE}
    words = words._replace(telling={**words.telling, **some})
    found = [
        bits(
            unit, words, is_last=at == len(units) - 1 and not _is_said(units, at), near_end=at >= len(units) - NEAR_END
        )
        for at, unit in enumerate(units)
    ]
    prose = [at for at, unit in enumerate(units) if unit.is_prose and not is_all(unit, found[at])]
    wider = (*_comments(units, prose, words), *_blocks(units, words, found), *_menus(units, prose, words))
    for start, end, kind, rule in wider:
        for at in range(start, end):
            if kind == "comments" or not is_all(units[at], found[at]):
                found[at] = [Bit(0, len(units[at].text), kind, rule)]
    _count_in(units, found)
    return found


def _count_in(units: Sequence[Unit], found: list[list[Bit]]) -> None:
    """Take the numbers beside buttons, each on a line of its own, for what those count."""
    for at, unit in enumerate(units):
        if COUNT.fullmatch(unit.text) and not found[at] and _is_beside_buttons(units, found, at):
            found[at] = [Bit(0, len(unit.text), "share", "structure:count")]


COUNT = re.compile(r"\d{1,3}(?:[,.]\d{1,3})?[km]?", re.IGNORECASE)
"""What a button counts, on a line of its own."""


def _is_beside_buttons(units: Sequence[Unit], found: Sequence[Sequence[Bit]], at: int) -> bool:
    """Whether a button stands right above or below a number, or another number with one."""
    below = next((i for i in range(at + 1, min(at + 3, len(units))) if not COUNT.fullmatch(units[i].text)), at)
    return any(bit.kind in ("share", "comments") for i in {max(at - 1, 0), below} for bit in found[i])


def _is_said(units: Sequence[Unit], at: int) -> bool:
    """Whether the paragraph before ends in a quotation mark: `"It is safe." / — Ines Vogt` names who says it."""
    return at > 0 and units[at - 1].text.rstrip().endswith(CLOSING)


def is_all(unit: Unit, taken: Sequence[Bit]) -> bool:
    """Whether nothing of the paragraph is left beside the furniture."""
    return bool(taken) and sum(bit.end - bit.start for bit in taken) >= len(unit.text) - 1


Block = tuple[int, int, FurnitureKind, str]


def _menus(units: Sequence[Unit], prose: Sequence[int], words: Words) -> list[Block]:
    """Menus above the article and below it: lines of nothing but menus' words, and what stands among them."""
    head = prose[0] if prose else 0
    foot = prose[-1] + 1 if prose else len(units)
    found: list[Block] = []
    for low, high in ((0, head), (foot, len(units))):
        entry = [_is_entry(units[at], words) for at in range(low, high)]
        found.extend(_known_menus(units, low, entry, words))
        found.extend(_runs_of_entries(low, entry))
    return found


def _known_menus(units: Sequence[Unit], low: int, entry: Sequence[bool], words: Words) -> Iterator[Block]:
    """Lines of nothing but menus' words, and the few lines between two of them."""
    known = [at for at in range(low, low + len(entry)) if is_menu(units[at].text, words)]
    if len(known) == 1 and len(units[known[0]].words) <= 2:
        return  # "OPINION" alone is the slug of the article below it, "Music" a section's head
    yield from ((at, at + 1, "menu", "structure/menus.csv") for at in known)
    for one, other in pairwise(known):
        between = range(one + 1, other)
        if len(between) <= 3 and all(entry[at - low] for at in between):
            yield from ((at, at + 1, "menu", "structure:menu") for at in between)


def _runs_of_entries(low: int, entry: Sequence[bool]) -> Iterator[Block]:
    """Many short lines in a row; the last line above the article may be its title."""
    run = low
    for at, is_one in enumerate([*entry, False], low):
        if is_one:
            continue
        last = at - 1 if low == 0 else at
        if at - run >= MENU_LINES:
            yield run, last, "menu", "structure:menu"
        run = at + 1


def is_menu(line: str, words: Words) -> bool:
    """Whether a line holds nothing but what menus hold: "Home | News | Sport", "Skip to content"."""
    if len(line) > 300:
        return False
    parts = [part.strip(" .:()[]+→←»«").lower() for part in PARTS.split(line)]
    parts = [part for part in parts if any(char.isalnum() for char in part)]
    if parts and all(part in words.menu for part in parts):
        return True
    if _are_sections(line, parts, words):
        return True
    return len(parts) == 1 and len(parts[0].split()) > 2 and _is_row(parts[0].split(), words)


def _are_sections(line: str, parts: Sequence[str], words: Words) -> bool:
    """ "Australia | World | Politics | Climate crisis", and "News / Harbour County", which leads to an article."""
    if line.count("|") >= BARS and sum(part in words.menu for part in parts) >= 2:
        return max(len(part.split()) for part in parts) <= MENU_WORDS
    leads = 2 <= len(parts) <= CRUMBS and parts[0] in words.menu and len(line.split()) <= 2 * CRUMBS
    return leads and CRUMB.search(line) is not None


def _is_row(row: list[str], words: Words) -> bool:
    """Whether words in a row are entries one behind the other: "Home News Sport Business Weather"."""
    at = entries = 0
    while at < len(row):
        length = next((n for n in (3, 2, 1) if " ".join(row[at : at + n]) in words.menu), 0)
        if length == 0 or (at + length > len(row) > 0 and length > len(row) - at):
            return False
        at += length
        entries += 1
    return entries >= 3


def _is_entry(unit: Unit, words: Words) -> bool:
    """Whether a line can be an entry: a few words without a stop, no byline, no day, no name of a paper."""
    text = unit.text
    if len(unit.words) > MENU_WORDS or unit.stopped or len(text) > 40 or text[-1] in ",:;":
        return False
    return not (any(char.isdigit() for char in text) or is_telling(text, words) or is_publisher(text, words))


def _blocks(units: Sequence[Unit], words: Words, found: Sequence[Sequence[Bit]]) -> list[Block]:
    """Blocks that a line opens, up to where something else begins."""
    blocks: list[Block] = []
    at = 0
    while at < len(units):
        opening = opened(units[at], words) or _about(units, at, words)
        if opening is None:
            at += 1
            continue
        kind, rule = opening
        end = at + 1
        while end < len(units) and _belongs(units[end], kind, words, found[end]):
            end += 1
        blocks.append((at, end, kind, rule))
        at = end
    return blocks


def _belongs(unit: Unit, kind: FurnitureKind, words: Words, taken: Sequence[Bit]) -> bool:
    """Whether a paragraph below goes on with a block of a kind."""
    if kind == "related":
        return not unit.stopped and len(unit.words) <= LINK_WORDS and not is_telling(unit.text, words)
    if kind == "contact":
        detail = ADDRESS.search(unit.text) or PHONE.search(unit.text) or is_all(unit, taken)
        return bool(detail and len(unit.words) <= 14) or (not unit.gap and not unit.is_prose)
    if kind == "about":
        return opened(unit, words) is None and HASHES.fullmatch(unit.text) is None
    return not unit.gap and not unit.is_prose


def _about(units: Sequence[Unit], at: int, words: Words) -> tuple[FurnitureKind, str] | None:
    """ "About Nordvik Lines" below a release, or a line of the kind with a colon."""
    unit = units[at]
    late = at >= 3 and at >= len(units) // 2
    heading = late and len(unit.words) <= 7 and not unit.stopped and ABOUT.match(unit.text) is not None
    following = units[at + 1] if at + 1 < len(units) else None
    names = heading and is_titled(unit.text, words) and following is not None and len(following.words) > 5
    return ("about", "structure:about") if names and unit.text.lower() not in words.menu else None


def _comments(units: Sequence[Unit], prose: Sequence[int], words: Words) -> list[Block]:
    """What readers wrote below the article, from its heading to the page's end."""
    heads = [
        at
        for at, unit in enumerate(units)
        if len(unit.text) < LONGEST_HEAD and COMMENTS.fullmatch(unit.text.strip(" :|")) and prose and prose[0] < at
    ]
    for at in heads[:HEADS]:
        below = units[at + 1 :]
        remarks = sum(words.said.remark.match(line.text) is not None for line in below)
        counted = any(char.isdigit() for char in units[at].text)
        if below and (remarks >= 2 or (remarks and len(below) <= 6) or counted) and not _is_button(units, at, prose):
            return [(at, len(units), "comments", "structure:comments")]
    return []


MOST_REMARKS = 3
"""Paragraphs of running text below a heading of comments, before the first has its hour or its "Reply"."""


def _is_button(units: Sequence[Unit], at: int, prose: Sequence[int]) -> bool:
    """Whether "14 Comments" stands above the article: running text follows, and no remark's hour."""
    below = [one for one in prose if one > at]
    if len(below) < MOST_REMARKS:
        return False
    first = units[at + 1 : below[MOST_REMARKS - 1]]
    return not any(STAMPED.search(line.text) for line in first)
