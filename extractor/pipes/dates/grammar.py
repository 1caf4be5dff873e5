"""The grammar of date expressions: which sequences of lexemes are one, and what reads their meaning.

A rule is a name and a pattern of codes: `a|b` is either, `=g` names what matched, `?` makes it optional, `(?=` and `(?!`
look ahead. Rules stand in order of precedence; at one place the first that fits wins, so the longer forms stand above the
shorter ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.pipes.dates.lexer import CHARS, OTHER, Lexed, Lexeme

PIECE = re.compile(r"(?P<names>[a-z|]+)(?:=(?P<group>\w+))?(?P<often>\?)?\Z")
EDGE = "( ( edge=e hyphen? ) | ( the? bound=e of the? ) | earlier|later=e in? )?"
COUNT = "int|year|num|mil|few=n"
ZONED = "( open zone close | zone )?"
SPAN = "hedge? ( every of )? the?"
QUARTER = "( fiscal hyphen? ord=o hyphen? qtr | ord=o hyphen qtr | ( the|this )? fiscal? ord=o qtr )"
SIDE = "last|previous|next|following|latest|recent|this|current|ord=r"
FAR = "last|previous|next|following|this=r"
BESIDE = "( edge|earlier|later=e hyphen? )?"
WHICH = "last|previous|next|following|this|current|latest|that|same=r"
YEAR = "( comma? of? year=y )?"
MONTHDAY = f"( ( wday=w comma? )? month=m int|ord=d {YEAR} | ( wday=w comma? )? the? int|ord=d of? month=m {YEAR} )"
DAY = f"( deictic=dd | {MONTHDAY} | ( this|next|last|following|previous=rv )? wday=v | iso=day )"
LATE = "( in the part=lp | last|this|next=rl part=lp | deictic=dd ( part=lp )? )"
""" "in the evening", "last night", "tomorrow morning" behind hours."""
CLOCK = "clock|int|mil|year|noon"

RULES: tuple[tuple[str, str], ...] = (
    ("none", "nodate"),
    ("none", "tally of year"),
    ("iso", f"iso=iso ( comma? at? clock=c meridiem=p? {ZONED} )?"),
    # stretches of hours
    ("hours of", f"from|between=b hedge? {CLOCK}=c meridiem=p? to|hyphen|dash|and|by=j hedge? {CLOCK}=c2 meridiem=p2? {ZONED} "
     f"( comma? on? {DAY} | {LATE} )?"),
    ("hours of", f"clock|int=c meridiem=p? to|hyphen|dash=j clock|int=c2 meridiem=p2 {ZONED} ( comma? on? {DAY} | {LATE} )?"),
    ("hours of", "mil=c hyphen|dash=j mil=c2"),
    ("hours of", f"clock=c to|hyphen|dash=j clock=c2 {ZONED} ( comma? on? {DAY} | {LATE} )?"),
    # times of day
    ("time set", f"hedge? clock=c meridiem=p? {ZONED} on? wdays=w"),
    ("time set", f"hedge? int|num=h meridiem=p {ZONED} on? wdays=w"),
    ("time set", "near? noon=t on? wdays=w"),
    ("time", f"hedge? clock=c meridiem=p? {ZONED} ( comma? on? {DAY} )?"),
    ("time", f"hedge? int|num=h meridiem=p {ZONED} ( comma? on? {DAY} )?"),
    ("time", f"hedge? int=h oclock ( in the part=p | on? {DAY} )?"),
    ("time", "hedge? int|clock=h in the part=p"),
    ("time", "the part=p at hedge? int|clock=h"),
    ("time", "deictic=dd at|hedge|by|before|after hedge? int|clock=h (?! meridiem|hyphen|to|comma|int )"),
    ("time", "deictic=dd part=p at|hedge|by|before|after hedge? int|clock=h (?! meridiem|hyphen|to )"),
    ("time", "( this|next|last=rv )? wday=v at hedge? int=h (?! meridiem|hyphen|to|comma|units|unit|num ) oclock?"),
    ("time", "clockish=t"),
    ("hours", f"mil|year=h zone ( comma? on? {DAY} )?"),
    ("hours", f"mil|year=h units=u ( comma? on? {DAY} )?"),
    ("past hour", f"near? int=f last int=h meridiem=p? {ZONED} ( in the part=p | comma? on? {DAY} )?"),
    ("past hour", f"near? int=f unit|units=um last|to int=h meridiem=p? {ZONED} ( in the part=p | comma? on? {DAY} )?"),
    ("past hour", f"near? half|qtr=f last|to int=h meridiem=p? {ZONED} ( in the part=p | comma? on? {DAY} )?"),
    ("time", f"near? noon=t comma? on? {DAY}"),
    ("time", "near? noon=t"),
    # days with a month
    ("month day", f"( wday=w comma? )? month=m int=d clock=c {ZONED} year=y"),
    ("month day", f"year=y comma? month=m int|ord=d"),
    ("month day", "int=d hyphen month=m hyphen year|int=y"),
    ("month day", "month=m slash int=d"),
    ("month day", "int=d slash month=m ( slash year=y )?"),
    ("days of", f"from|between=b the? int|ord=d and|to=j the? int|ord=d2 of? month=m {YEAR}"),
    ("days of", f"the? int|ord=d and=j the? int|ord=d2 of? month=m {YEAR}"),
    ("days of", f"int|ord=d month=m to|hyphen|dash|and=j int|ord=d2 month=m2 ( comma? of|in? year=y )"),
    ("days of", f"month=m int|ord=d to|hyphen|dash|and=j month=m2 int|ord=d2 ( comma? of|in? year=y )"),
    ("figured days", "from|between|on=b? int=a slash int=a1 hyphen|dash|to|and=j int=b slash int=b1 ( comma? of|in? year=y )?"),
    ("figured", "( this|next|last )? wday=w comma? int=a slash int=b"),
    ("figured", "on|by|from|between=b int=a slash int=b1"),
    ("month day", "( wday=w comma? )? month=m int|ord=d hyphen|dash|to int|ord=d2 ( comma? year=y )?"),
    ("month day", "month=m int|ord=d (?= to|hyphen|dash|and month=later int|ord comma? year=y )"),
    ("month day", "month=m int|ord=d (?= and int|ord comma? year=y )"),
    ("second day", "and int|ord=d ( comma? year=y )?"),
    ("month day", f"( wday=w comma? )? month=m int|ord=d comma? year=y comma? clock=c meridiem=pm? {ZONED}"),
    ("month day", f"( this next )? ( wday=w comma? )? month=m int|ord=d {YEAR} ( part=p )?"),
    ("month day", "last|next|this=r month=m int|ord=d"),
    ("month day", "month=m int|ord=d ( comma? of )? last|this|next=ry unit=uy"),
    ("month day", "the? int|ord=d of? month=m ( comma? of )? last|this|next=ry unit=uy"),
    ("month day", "( wday=w comma? )? month=m the ord=d ( comma? year=y )?"),
    ("month day", "( wday=w comma? )? the? int|ord=d hyphen|dash|to int|ord=d2 of? month=m ( comma? year=y )?"),
    ("month day", "( wday=w comma? )? the? int|ord=d hyphen? of? month=m ( comma? hyphen? of? year=y )?"),
    ("week of", f"the unit=u of|starting|bound on? {MONTHDAY}"),
    ("weeks", "the? unit=u int=wk ( of|in|comma? year=y )?"),
    ("weeks", "year=y unit=u int=wk"),
    ("nth unit", f"the? ord|last=o unit=u of|in month=m {YEAR}"),
    ("nth unit", "the? ord|last=o unit=u of|in year=y"),
    ("nth unit", "the? ord|last=o unit=u of|in the|this|next|last=r unit=u2"),
    # quarters, halves, fiscal years
    ("quarter", "the? last|this|current|next|latest=r unit apostrophe s fiscal? ord=o hyphen? qtr"),
    ("quarter", "the? comparable? unit hyphen ago|earlier=back fiscal? ord=o hyphen? qtr"),
    ("quarter", "( the|this )? year=y fiscal? ord=o hyphen? qtr"),
    ("quarter", f"{QUARTER} hyphen? of? the? last|this|next|previous=r fiscal? unit"),
    ("quarter", f"{QUARTER} of? fiscal? unit? year=y"),
    ("quarter", f"{QUARTER}"),
    ("quarter", "q int=o ( of? year=y )?"),
    ("quarter", "int=o q ( of? year=y )?"),
    ("quarter", "year=y q int=o"),
    ("half", "halfyear=o ( of? year=y )?"),
    ("half", "year=y halfyear=o"),
    ("quarters", "the? ord|last=o int=n qtrs of? year=y"),
    ("half", "the? ord|last|latest=o hyphen? half of ( the? fiscal? year=y | the? last|this|next=r unit )"),
    ("half", "the? ord|last|latest=o hyphen? half of the fiscal? unit=u"),
    ("half month", f"the? ord|last=o half of month=m {YEAR}"),
    ("half", "the ord=o half"),
    ("half decade", "the? ord|last=o half of the? decade=dec"),
    ("reported", "the? comparable? unit hyphen ago|earlier=back qtr|period|half"),
    ("reported", "the? comparable|same qtr|period|half a unit=back ago|earlier"),
    ("reported", "the? comparable|same qtr|period|half ( of? last|previous=r unit | of? year=y )?"),
    ("reported", "the qtr|period a unit=back ago|earlier"),
    ("reported", "last=r unit apostrophe s qtr|period"),
    ("reported", "the year=y qtr|period"),
    ("reported", "( the|that )? latest|this|current|that|last|previous|next|following=r qtr|period"),
    ("reported", "the qtr"),
    ("reported", "unit=u hyphen ago|earlier=back"),
    ("months", f"the? unit hyphen ago|earlier {COUNT} units=u"),
    ("years", "the? fiscal unit? year=y dash|hyphen|slash int|year=y2"),
    ("years", "the? year=y dash|hyphen|slash int|year=y2 fiscal unit"),
    ("fiscal", "the? ( last|latest|this|current|next|previous|that=r )? fiscal unit? year=y"),
    ("fiscal", "the? ( last|latest|this|current|next|previous|that=r )? fiscal unit"),
    # counted stretches of time with a direction
    ("ago", "a|another=n unit=u ago=way wday=w"),
    ("ago", f"{COUNT} units=u ago=way wday=w"),
    ("ago", "hedge? a|another=n unit=u ago=way deictic=dd"),
    ("ago", f"hedge? {COUNT} units=u ago=way deictic=dd"),
    ("ago", "hedge? a|another=n unit=u and a half=f ago=way"),
    ("ago", "hedge? half=f a unit=u ago=way"),
    ("ago", "hedge? num=f of a unit=u ago=way"),
    ("ago", "hedge? a qtr=f hyphen? ( of a )? unit=u ago=way"),
    ("ago", f"hedge? the|a? {COUNT} of? units|unit|qtrs=u ( or so )? ago|back|hence=way"),
    ("ago", "hedge? a|another=n unit|qtr=u ( or so | or int|few )? ago|back|hence=way"),
    ("ago", "units=u ago=way"),
    ("in time", f"in hedge? a|{COUNT} of? units|unit=u apostrophe s? time=t"),
    ("in time", f"in hedge? a|{COUNT} of? units|unit=u"),
    ("weekday of", f"a|{COUNT} unit|units=u on|from wday=w"),
    ("beside", "the? unit=u before|after=way ( last|next|this|following|previous=r ) wday=h"),
    ("next but one", "the? unit=u before last=r"),
    ("next but one", "the? unit=u after next=r"),
    ("next but one", "the? wday=w before last=r"),
    ("next but one", "the? wday=w after next=r"),
    ("beside", "the unit|part=u before|after=way deictic|holiday=h"),
    ("shift", f"hedge? {COUNT} of? adjective? units|unit|qtrs=u earlier|before|previously|later|after=way"),
    ("shift", "hedge? a=n unit|qtr=u ( or so )? earlier|later|before=way"),
    ("shift", "the unit|part=u before|after=way"),
    ("lasting", f"{SPAN} {SIDE} {COUNT} to|or|dash|hyphen {COUNT}2 units|qtrs=u"),
    ("lasting", f"{SPAN} recent|this last|next {COUNT} of? adjective? units|qtrs=u ( or so )?"),
    ("lasting", f"{SPAN} {SIDE} {COUNT} of? adjective? units|qtrs=u ( or so )?"),
    ("lasting", "the? last|next=r int units=u"),
    # weeks, months, years beside the day of writing
    ("weekday of", "wday=w part=p? of? last|this|next|following|previous=r unit=u"),
    ("weekday of", "wday|deictic=w unit=wu"),
    ("nth", "the? ord|last=o wday=w of|in month=m ( comma? of? year=y )?"),
    ("nth", "the? ord|last=o wday=w of|in the|this|next|last=r unit=u"),
    ("nth set", "the? ord|last=o wday=w of|in every unit=u"),
    ("weekday", "wday=w comma? the? ord=nd"),
    ("numbered", "wday=w int=nd"),
    ("month of", "month=m of? last|this|next|that=r unit=u"),
    ("unit", f"{EDGE} this last=r adjective? unit=u"),
    ("unit", f"{EDGE} that|this same=r adjective? unit=u"),
    ("unit", f"{EDGE} the? {WHICH} adjective? fiscal? unit=u ( or so )?"),
    ("unit", "earlier|later=e in the unit=u"),
    ("unit", "the? bound=e of the fiscal? unit=u"),
    ("unit end", "the? bound=e of unit=u"),
    ("year end", "hedge? unit=u hyphen? bound=b"),
    ("year end", "hedge? unit=u apostrophe s bound=b"),
    ("units", "the? ( recent|future|next|last|previous=r ) units|qtrs=u ( and units )?"),
    # parts of the day
    ("deictic", "( edge|earlier|later=e )? deictic=dd part|noon=p"),
    ("part", "( edge|earlier|later=e )? ( the? last|next|following|previous|this|that|same=r ) part=p"),
    ("deictic", "edge hyphen? part=p deictic=dd"),
    ("part", "earlier|later=e in the part=p"),
    ("part", "the? edge hyphen? part=p"),
    ("part", "the part=p"),
    ("deictic", f"{BESIDE} deictic=dd"),
    ("overnight", "overnight"),
    ("weekday parts", "wday=w parts=p"),
    ("weekdays", "wdays=w"),
    # sets
    ("set", "every other=o? int|ord=n? adjective? fiscal? unit|units|qtr|part=u"),
    ("set", "every other=o? wday=w part=p?"),
    ("set", "every other? season=se"),
    ("set", "every holiday=h"),
    ("set", "every month=m"),
    ("set", "per unit=u"),
    ("set", "set=s"),
    # weekdays
    ("typical weekday", "a|the typical|tally wday=w"),
    ("weekday", f"{BESIDE} ( the? this last|next=r | the? {FAR} )? wday=w ( edge? part|noon=p )?"),
    # holidays and seasons
    ("holiday", f"unit=u of holiday=h {YEAR}"),
    ("holiday", "( the? last|next|this|that=r )? holiday=h ( comma? of? year=y | unit=u )?"),
    ("season", f"{EDGE} the? season=s of? year=y dash|hyphen|slash int"),
    ("season", f"{EDGE} the? ( this last | last|next|this|that|following|previous=r )? season=s of? year=y"),
    ("season", f"{EDGE} ( this last | last|next|this|that|following|previous=r ) season=s"),
    ("season", "the? edge hyphen? season=s"),
    ("season", "the season=s"),
    # months and years
    ("month", f"{EDGE} ( last|next|this|that|following|previous=r )? month=m comma? of? year=y"),
    ("month", "month=m hyphen|slash year=y"),
    ("month", "year=y month=m"),
    ("month", f"{EDGE} month=m (?= to|hyphen|dash|and {EDGE.replace('=e', '')} month=later of? year=y )"),
    ("month", f"{EDGE} ( the? last|next|this|that|following|previous=r )? month=m"),
    ("era", "the? int|num|year=n era=e"),
    ("era", "era=e int|num|year=n"),
    ("era", f"{EDGE} the? ord=o hyphen? unit=u era=e"),
    ("years", "year=y dash|hyphen|slash int|year=y2"),
    ("decade", f"{EDGE} the? ( edge hyphen? )? decade=dec"),
    ("ordinal", f"{EDGE} the? ( edge hyphen? )? ord=o hyphen? unit=u"),
    ("duration", "hedge? year=n units=u"),
    ("hedged year", f"hedge=h {EDGE} ( the unit )? year=y"),
    ("year", f"{EDGE} ( the unit )? year=y"),
    # stretches of time
    ("age", f"hedge? the|a? {COUNT} ( hyphen? to|or|dash|hyphen {COUNT}2 )? hyphen? unit|units=u hyphen? old"),
    ("age", f"aged {COUNT} ( unit|units )?"),
    ("compound", f"{COUNT} units|unit=u {COUNT}2 units|unit=u2 {COUNT}3 units|unit=u3"),
    ("compound", f"hedge? a|another|{COUNT} units|unit=u and|comma? a|another|{COUNT}2 units|unit=u2"),
    ("range", f"hedge? {COUNT} to|or|dash|hyphen {COUNT}2 units|qtrs=u"),
    ("half more", "hedge? a|another=n unit=u and a half=f"),
    ("half more", f"hedge? {COUNT} and a half=f units=u"),
    ("fraction", "hedge? half=f a unit=u"),
    ("fraction", "hedge? num=f of a unit=u"),
    ("fraction", "hedge? a? qtr=f hyphen? ( of a )? unit=u"),
    ("duration", f"hedge? {COUNT} hyphen? adjective? hyphen? unit=u ( hyphen long )?"),
    ("duration", f"a {COUNT} hyphen? unit=u period"),
    ("duration", f"hedge a {COUNT} hyphen? unit=u (?! period )"),
    ("duration", f"hedge? ( the|a|another )? {COUNT} of? adjective? units|qtrs=u"),
    ("duration", "hedge a|another=n adjective? unit|qtr=u"),
    ("a unit", "a=n adjective? unit=u ( or so )?"),
    ("duration", "another=n adjective? unit|qtr=u"),
    ("aging", "unit=u hyphen old|long"),
    ("aging", "units=u hyphen old|long"),
    ("the unit", "the adjective? unit=u"),
    ("bare units", "units=u or|to units"),
    ("bare units", "the? units=u"),
    ("day", "the ord=d ( of? the|this|next|last=r unit=u )?"),
    ("the past", "the last=v"),
    ("whole", "whole=v"),
    ("vague", "vague=v"),
    ("vague", "current=t"),
    ("recent", "recent=v"),
)  # fmt: skip
"""Name and pattern; several patterns may share a name, which is that of their reader and of the rule in the record."""


CORE = (
    "month", "wday", "wdays", "deictic", "overnight", "unit", "units", "qtr", "qtrs", "half", "part", "parts", "noon",
    "season", "last", "period", "set", "vague", "holiday", "nodate", "year", "clock", "iso", "decade", "meridiem",
    "oclock", "fiscal", "current", "q", "zone", "whole", "era", "clockish", "halfyear",
)  # fmt: skip
"""Codes of which every date has one."""
RUN = re.compile(f"[^{OTHER}]+")
IN_RUN = re.compile(
    f"[{''.join(CHARS[code] for code in CORE)}]|{CHARS['the']}{CHARS['ord']}|{CHARS['int']}{CHARS['slash']}"
    f"|{CHARS['mil']}[{CHARS['hyphen']}{CHARS['dash']}]|[{CHARS['from']}{CHARS['between']}][{CHARS['int']}{CHARS['mil']}]"
)
"""A run is worth reading that has a core word, "the 20th", "10/1", "0730-0930", "between 7 and 9"."""


class Found(NamedTuple):
    """A sequence that the grammar knows: the rule's name, its stretch, and the named lexemes."""

    name: str
    start: int
    end: int
    parts: dict[str, Lexeme]
    first: int
    last: int


class Known(NamedTuple):
    """A sequence as it stands in a string of codes: named places, the first and the last of them."""

    name: str
    parts: tuple[tuple[str, int], ...]
    first: int
    last: int


SHORT, KEPT = 24, 10_000
"""So long are the strings of codes whose sequence is remembered, and so many are kept, some 2 MB: "the unit" and "last
month" recur in every article, and a thousand strings are seven in ten of what news has."""


class Grammar:
    """The rules as one compiled expression over codes."""

    def __init__(self) -> None:
        self._names = [name for name, _ in RULES]
        self._groups: list[list[str]] = []
        self._pattern = re.compile("|".join(self._compiled(index, rule) for index, (_, rule) in enumerate(RULES)))
        self._remembered = lru_cache(maxsize=KEPT)(self._searched)

    def _compiled(self, index: int, rule: str) -> str:
        names: list[str] = []
        pieces = [self._piece(piece, index, names) for piece in rule.split()]
        self._groups.append(names)
        return f"(?P<R{index}>{''.join(pieces)})"

    @staticmethod
    def _piece(piece: str, index: int, names: list[str]) -> str:
        match = PIECE.match(piece)
        if piece in ("(?=", "(?!"):
            return piece
        if match is None or piece == "|":
            return piece.replace("(", "(?:")
        body = f"[{''.join(CHARS[name] for name in match['names'].split('|'))}]"
        if match["group"]:
            body = f"(?P<G{index}_{len(names)}>{body})"
            names.append(match["group"])
        return body + (match["often"] or "")

    def runs(self, lexed: Lexed) -> Iterator[tuple[int, int]]:
        """The stretches of lexemes in which a date can be: those known, with one that measures or names a time.

        Most runs are "of the" and "in a", and the grammar need not try its rules on them.
        """
        return (run.span() for run in RUN.finditer(lexed.codes) if IN_RUN.search(run.group()))

    def find(self, lexed: Lexed, at: int, end: int) -> Found | None:
        """The first sequence between two lexemes that the grammar knows."""
        if end - at > SHORT:
            known, at = self._searched(lexed.codes, at, end), 0
        else:
            known = self._remembered(lexed.codes[at:end])
        if known is None:
            return None
        parts = {group: lexed.lexemes[at + place] for group, place in known.parts}
        first, last = at + known.first, at + known.last
        return Found(known.name, lexed.lexemes[first].start, lexed.lexemes[last].end, parts, first, last)

    def _searched(self, codes: str, at: int = 0, end: int = SHORT) -> "Known | None":
        """The first sequence between two places of a string of codes."""
        match = self._pattern.search(codes, at, end)
        if match is None:
            return None
        index = int((match.lastgroup or "R0")[1:])
        groups = ((group, match.start(f"G{index}_{number}")) for number, group in enumerate(self._groups[index]))
        parts = tuple((group, place) for group, place in groups if place >= 0)
        return Known(self._names[index], parts, match.start(), match.end() - 1)
