"""Which organization is which: names without legal forms and articles, acronyms with the names that they are made of.

Teams are called as the place that they play for, and a place has several: where an article is about one sport, a team
is that of the sport.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from extractor import tables
from extractor.store.link.members import Cluster, Member
from extractor.store.link.names import folded
from extractor.store.link.weights import teams

TEAM = "team"
LONG, CLOSE = 8, 0.9
"""Names of so many letters may differ in spelling as far as this."""
LETTERS = 2
END, NEIGHBOURS = 4, 50
"""Letters at either end that two spellings share, and the names with such an end that one is compared with."""


class Form(tables.Row, frozen=True, kw_only=True):
    """A row of `legal_forms.csv`."""

    form: str


class Known(tables.Row, frozen=True, kw_only=True):
    """A row of `organizations.csv` of the names."""

    name: str
    acronym: str = ""
    forms: tuple[str, ...] = ()
    kind: str = ""


@cache
def _forms() -> frozenset[str]:
    found = tables.folder("organizations").rows("legal_forms.csv", Form)
    return frozenset(folded(row.form).strip(".") for row in found)


@cache
def _known() -> dict[str, str]:
    """The full name of what everybody calls by another."""
    found: dict[str, str] = {}
    for row in tables.folder("names").rows("organizations.csv", Known):
        for form in (row.name, row.acronym, *row.forms):
            if form:
                found[_bare(form)] = _bare(row.name)
    return found


def key(text: str) -> str:
    """The name as it is compared: folded, without article, legal form and points; the full name of a known one."""
    bare = _bare(text)
    return _known().get(bare, bare)


@lru_cache(maxsize=2**16)
def _bare(text: str) -> str:
    words = [
        word.strip(".,'\"()")
        for word in folded(text).replace("’", "'").replace("&", " and ").replace("'s ", " ").split()
    ]
    words = [word.replace(".", "") for word in words if word]
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    while len(words) > 1 and words[-1] in _forms():
        words.pop()
    return " ".join(words)


def initials(name: str) -> str:
    """The letters that an acronym of a name is made of, with and without its small words."""
    return "".join(word[0] for word in name.split() if word not in {"of", "the", "and", "for", "in", "on"})


def block_of(member: Member) -> str:
    """The block: the acronym, or the initials that one would have; of a team, and of a single word, the last word."""
    name = named(member)
    words = name.split()
    return words[-1] if len(words) == 1 or TEAM in member.titles else initials(name)


def named(member: Member) -> str:
    """The name as it is compared; of a team that is called as its town, the full one: in baseball, Texas is the Texas
    Rangers."""
    name = key(member.text)
    full = teams().get((name, _sport(member))) if TEAM in member.titles else None
    return _bare(full) if full else name


def _sport(member: Member) -> str:
    """The sport that the article of a member is about; "" for none."""
    return next((each.removeprefix("sport:") for each in member.company if each.startswith("sport:")), "")


def _settle(groups: dict[str, list[Member]]) -> None:
    """Give those of a team's name whose article tells no sport to the only team of that name."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for name in groups:
        by_name[name.partition(" sport:")[0]].append(name)
    for bare, names in by_name.items():
        others = [name for name in names if name != bare]
        if len(others) == 1 and bare in groups and all(TEAM in member.titles for member in groups[bare]):
            groups[others[0]] = sorted(groups[others[0]] + groups.pop(bare), key=lambda each: each.order)


def clusters(members: Sequence[Member]) -> list[Cluster]:
    """The organizations of a block."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(members, key=lambda each: each.order):
        team = f"sport:{_sport(member)}" if TEAM in member.titles and _sport(member) else ""
        groups[f"{named(member)} {team}".strip()].append(member)
    _settle(groups)
    names = sorted(groups)
    home = _spelled(names, groups) | _nicknamed(names, groups)
    merged: dict[str, Cluster] = {}
    for name in names:
        cluster = merged.setdefault(_end(home, name), Cluster([]))
        cluster.members.extend(groups[name])
        score, rule = home.get(name, ("", 1.0, "same name"))[1:]
        cluster.why |= {member.id: (score, rule) for member in groups[name]}
    return [merged[name] for name in sorted(merged)]


Home = dict[str, tuple[str, float, str]]
"""For a name the one that it goes to, with score and rule."""


def _end(home: Home, name: str) -> str:
    for _ in home:
        if name not in home:
            break
        name = home[name][0]
    return name


def _spelled(names: list[str], groups: dict[str, list[Member]]) -> Home:
    """Names that an article gives together, or that differ in a letter or two: to the first of them.

    A block may hold the names of a million articles: a name is compared with those that it shares a form, or the
    letters at its beginning or its end with, and with so many of them only.
    """
    forms = {name: {_bare(form) for member in groups[name] for form in member.forms} for name in names}
    home = Home()
    seen = _Seen()
    for name in names:
        others = seen.named_with(name, forms[name]) | seen.spelled_like(name)
        first = min((other for other in others if other not in home), default=None)
        if first is not None:
            home[name] = (first, 0.8, "acronym or spelling")
        seen.add(name, forms[name])
    return home


class _Seen:
    """The names of a block that were gone through, by the forms that articles give them and by their ends."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._given: dict[str, set[str]] = defaultdict(set)
        self._ends: dict[tuple[int, str], list[str]] = defaultdict(list)

    def add(self, name: str, forms: set[str]) -> None:
        self._names.add(name)
        for form in forms:
            self._given[form].add(name)
        for end in _ends(name):
            self._ends[end].append(name)

    def named_with(self, name: str, forms: set[str]) -> set[str]:
        """Those of which an article gives the name as a form, or of whose forms the name is one."""
        return self._given[name] | (forms & self._names)

    def spelled_like(self, name: str) -> set[str]:
        """Those that differ in a letter or two."""
        near = (other for end in _ends(name) for other in self._ends[end][-NEIGHBOURS:])
        return {other for other in near if _spelling(name, other)}


def _ends(name: str) -> list[tuple[int, str]]:
    """What a name shares with one that differs in a letter: its words' number, and its first or its last letters."""
    if len(name) < LONG:
        return []
    words = len(name.split())
    return [(words, name[:END]), (words, f"-{name[-END:]}")]


def _spelling(name: str, second: str) -> bool:
    """ "Associates Press" and "Associated Press", but not "committee" and "committeeman"."""
    if float(DamerauLevenshtein.normalized_similarity(name, second)) < CLOSE:
        return False
    return int(DamerauLevenshtein.distance(name, second)) <= LETTERS


def _nicknamed(names: list[str], groups: dict[str, list[Member]]) -> Home:
    """Teams by the end of their name, "the Rangers", to the only one whose name ends so."""
    home = Home()
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.partition(" sport:")[0].split()
        for start in range(1, len(words)):
            longer[" ".join(words[start:])].append(name)
    for name in names:
        others = longer.get(name.partition(" sport:")[0], [])
        teams = [other for other in others if any(TEAM in member.titles for member in groups[other])]
        if len(teams) == 1 and len({other.partition(" sport:")[0] for other in others}) == 1:
            home[name] = (teams[0], 0.7, "end of a team's name")
    return home
