"""Which names are one organization's: the whole name, its acronym, and its short forms.

"Front for the Dignity of the Mountains (FDM)" and "the FDM" are one, "Tidewell Instruments Inc." and "Tidewell", "the
Federal Reserve" and "the Fed".
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from extractor.annotations import KnownOrganization
from extractor.pipes.organizations.words import Words

HELD = 24
"""Organizations under one short form that are looked at: where many share it, it is short for none."""
LONGEST = 20
"""Words of a name by whose beginnings and ends it is found."""
HEADLINE = 400
"""Characters from the beginning within which a team has its full name that a headline cuts short."""
WORD = re.compile(r"[\w'’&./-]+")


class NameAt(NamedTuple):
    """An organization's name at one place; `before` and `after` are the few words beside it, for what they tell."""

    start: int
    end: int
    text: str
    known: KnownOrganization | None
    before: str
    after: str
    rule: str
    team: bool = False


class Organization:
    """An organization as its names are gathered."""

    def __init__(self, name: NameAt) -> None:
        self.names = [name]
        self.number = 0
        self.acronym = name.known["acronym"] if name.known else None

    @property
    def full(self) -> NameAt:
        """The fullest name that is no acronym."""
        return max(self.names, key=lambda n: (not is_acronym(n.text), not n.text.isupper(), len(n.text), -n.start))


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym: capitals alone, or with full stops."""
    bare = text.replace(".", "").replace("&", "")
    return 2 <= len(bare) <= 6 and bare.isupper() and " " not in text


def key(text: str, words: Words) -> str:
    """A name without article, legal form, full stops and case."""
    parts = WORD.findall(text)
    if len(parts) > 1 and parts[0].lower() == "the":
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in words.legal_forms:
        parts = parts[:-1]
    return " ".join(parts).replace(".", "").replace("’", "'").lower()


def turned(own: str, words: Words) -> str | None:
    """ "Ministry of Health" for "health ministry", as keys; None for a name of another form."""
    parts = own.split()
    if "of" in parts[1:-1] and parts.index("of") == 1 and parts[0] in words.kinds:
        rest = [part for part in parts[2:] if part != "the"]
        return " ".join([*rest, parts[0]]) if len(rest) > 0 else None
    return None


def initials(text: str, words: Words) -> set[str]:
    """The acronyms that a name may have: of all its words, of the great ones, and without a legal form."""
    parts = [part for part in re.split(r"[\s-]+", text) if part and part[0].isalpha()]
    if len(parts) < 2:
        return set()
    great = [part for part in parts if part.lower() not in words.small]
    without = [part for part in great if part not in words.legal_forms]
    return {"".join(part[0] for part in some).upper() for some in (parts, great, without) if len(some) > 1}


class Gathered:
    """The organizations found so far, by what may be short for them: a list of names is not held against itself."""

    def __init__(self, words: Words) -> None:
        self.found: list[Organization] = []
        self._words = words
        self._short: dict[str, dict[int, None]] = {}
        self._end: dict[int, int] = {}

    def enter(self, name: NameAt) -> Organization:
        """Make an organization of the name."""
        self.found.append(Organization(name))
        self._index(name, len(self.found) - 1)
        return self.found[-1]

    def give(self, organization: Organization, name: NameAt) -> None:
        """Note that the name is this organization's."""
        organization.names.append(name)
        self._index(name, organization.number)

    def may_be(self, name: NameAt, own: str) -> list[Organization]:
        """The organizations for which the name may be short, in the order in which they were found."""
        numbers = set(islice(self._short.get(name.text.replace(".", ""), ()), HELD))
        numbers.update(islice(self._short.get(own, ()), HELD))
        numbers.update(self._end[end] for end in (name.start - 1, name.start - 2) if end in self._end)
        return [self.found[number] for number in sorted(numbers)]

    def _index(self, name: NameAt, number: int) -> None:
        self.found[number].number = number
        self._end[name.end] = number
        for one in initials(name.text, self._words):
            self._short.setdefault(one, {})[number] = None
        parts = key(name.text, self._words).split()[:LONGEST]
        for at in range(1, len(parts)):
            self._short.setdefault(" ".join(parts[:at]), {})[number] = None
            self._short.setdefault(" ".join(parts[at:]), {})[number] = None


def organizations(names: Sequence[NameAt], words: Words) -> list[Organization]:
    """The organizations of an article: long names first, then what may be short for one of them."""
    gathered = Gathered(words)
    by_key: dict[str, Organization] = {}
    for name in sorted(names, key=lambda n: (is_acronym(n.text), -len(n.text.split()), n.start)):
        own = key(name.known["name"] if name.known else name.text, words)
        own = turned(own, words) or own if name.known is None else own
        same = by_key.get(own) or by_key.get(key(name.text, words)) or _longer(gathered, name, own, words)
        if same is None:
            same = gathered.enter(name)
        else:
            gathered.give(same, name)
            _acronym(same, name)
        by_key.setdefault(own, same)
        by_key.setdefault(key(name.text, words), same)
    return gathered.found


def _acronym(organization: Organization, name: NameAt) -> None:
    if is_acronym(name.text) and not is_acronym(organization.full.text):
        organization.acronym = organization.acronym or name.text.replace(".", "")


def _longer(gathered: Gathered, name: NameAt, own: str, words: Words) -> Organization | None:
    """The organization that the name is short for: by its initials, or as the first or last words of one name only."""
    found = gathered.may_be(name, own)
    for step in SHORT:
        if (longer := step(found, name, own, words)) is not None:
            return longer
    return None


def _by_initials(found: list[Organization], name: NameAt, _: str, words: Words) -> Organization | None:
    """ "Front for the Dignity of the Mountains (FDM)"."""
    bare = name.text.replace(".", "") if is_acronym(name.text) else ""
    fits = (o for o in found if bare in initials(o.full.text, words) or _introduced(o, name))
    return next(fits, None) if bare else None


def _by_beginning(found: list[Organization], _: NameAt, own: str, words: Words) -> Organization | None:
    """ "Tidewell" of "Tidewell Instruments"."""
    fits = [o for o in found if any(_begins(key(n.text, words), own) for n in o.names)]
    return fits[0] if len(fits) == 1 and own not in words.kinds else None


def _by_end(found: list[Organization], name: NameAt, own: str, words: Words) -> Organization | None:
    """ "the Wolves" are nobody else than the Calder Vale Wolves, "the Bank" may be."""
    fits = [o for o in found if any(_ends(key(n.text, words), own) for n in o.names)]
    generic = own in words.kinds and words.kinds[own].kind != "team"
    team = own in words.kinds and words.kinds[own].kind == "team" and fits != [] and fits[0].full.start < HEADLINE
    behind = fits != [] and (team or name.start > fits[0].full.start)  # "Rovers stun leaders", a headline has it
    return fits[0] if len(fits) == 1 and not generic and behind else None


SHORT = (_by_initials, _by_beginning, _by_end)
"""How a name may be short for another, the surest first."""


def _introduced(organization: Organization, name: NameAt) -> bool:
    """Whether the acronym stands in brackets right behind the name."""
    return any(0 < name.start - other.end <= 2 for other in organization.names) and name.before.endswith("(")


def _begins(longer: str, shorter: str) -> bool:
    return longer.startswith(shorter + " ")


def _ends(longer: str, shorter: str) -> bool:
    return longer.endswith(" " + shorter)
