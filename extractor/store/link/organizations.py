"""Which organization is which: names without legal forms and articles, acronyms with the names that they are made of.

Teams are called as the place that they play for, and a place has several: where an article is about one sport, a team
is that of the sport.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from extractor import tables
from extractor.store.link.members import Cluster, Member
from extractor.store.link.names import folded

LONG, CLOSE = 8, 0.9
"""Names of so many letters may differ in spelling as far as this."""


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


def _bare(text: str) -> str:
    words = [word.strip(".,'\"()") for word in folded(text).replace("&", " and ").replace("'s ", " ").split()]
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
    """The block: the acronym, or the initials that one would have; of a single word the word itself."""
    name = key(member.text)
    return initials(name) if len(name.split()) > 1 else name


def clusters(members: Sequence[Member]) -> list[Cluster]:
    """The organizations of a block."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(members, key=lambda each: each.order):
        sport = next((each for each in member.company if each.startswith("sport:")), "")
        team = sport if "team" in member.titles else ""
        groups[f"{key(member.text)} {team}".strip()].append(member)
    names = sorted(groups)
    home = {name: name for name in names}
    for place, name in enumerate(names):
        for other in names[:place]:
            if home[other] == other and _same(groups[name], groups[other], name, other):
                home[name] = other
                break
    merged: dict[str, Cluster] = {}
    for name in names:
        cluster = merged.setdefault(home[name], Cluster([]))
        rule = "same name" if home[name] == name else "acronym or spelling"
        cluster.members.extend(groups[name])
        cluster.why |= {member.id: (1.0 if home[name] == name else 0.8, rule) for member in groups[name]}
    return [merged[name] for name in sorted(merged)]


def _same(one: list[Member], other: list[Member], name: str, second: str) -> bool:
    """Whether two names are one organization's: an acronym that an article of either spells out, or a spelling."""
    forms = {_bare(form) for member in one for form in member.forms}
    others = {_bare(form) for member in other for form in member.forms}
    if name in others or second in forms:
        return True
    if min(len(name), len(second)) >= LONG and len(name.split()) == len(second.split()):
        return float(DamerauLevenshtein.normalized_similarity(name, second)) >= CLOSE
    return False
