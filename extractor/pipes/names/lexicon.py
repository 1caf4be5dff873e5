"""What the component knows, read from its tables once and turned into dictionaries that are looked up by word."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from extractor.annotations import KnownOrganization
from extractor.pipes.names.smallwords import Small, Word
from extractor.pipes.names.sports import Sports, SportWord
from extractor.pipes.names.weights import Weight, Weights, weights
from extractor.tables import Folder, Row

TOKEN = re.compile(r"['’]s\b|\w+|[^\w\s]")
"""Tokens as the tokenizer cuts the names of the tables."""
Gender = Literal["f", "m", "u", ""]


class Title(Row, frozen=True, kw_only=True):
    """An honorific, rank or office that stands before a name; `gender` where it has one, `one` the singular of one for
    several people ("Sens.").
    """

    title: str
    kind: Literal["honorific", "academic", "rank", "office", "clergy", "royal"]
    gender: Gender = ""
    one: str = ""


class Particle(Row, frozen=True, kw_only=True):
    """A word in lower case that belongs to the surname ("van der Meer")."""

    particle: str


class Suffix(Row, frozen=True, kw_only=True):
    """What follows a name: a generation or epithet is part of it ("Jr.", "the Great"), a credential is not ("MP")."""

    suffix: str
    kind: Literal["generation", "epithet", "credential"]


class Head(Row, frozen=True, kw_only=True):
    """A word at the end of a name, or the first of it, that says what is named: "Bank", "Street", "Award", "Mount"."""

    KEYS = ("word", "where")

    word: str
    where: Literal["last", "first"]
    kind: Literal["organization", "place", "none"]


class Known(Row, frozen=True, kw_only=True):
    """A well-known organization, with the other forms of its name."""

    name: str
    kind: Literal[
        "company", "government", "armed_group", "media", "party", "team", "court", "school", "international", "other"
    ]
    acronym: str = ""
    forms: tuple[str, ...] = ()


class Thing(Row, frozen=True, kw_only=True):
    """What has a name and is no person, organization or place: a law, an event, a disease, a brand, an abbreviation."""

    name: str


class Seat(Row, frozen=True, kw_only=True):
    """A place by which readers know those who sit there: an organization where it speaks, a place otherwise."""

    seat: str
    kind: Literal["government"]


class Government(Row, frozen=True, kw_only=True):
    """A capital that stands for its government where it speaks: "Kabul denied it"."""

    name: str


class Noun(Row, frozen=True, kw_only=True):
    """A noun that describes people: by kinship, by role, by a bond that is a role without its other side ("a longtime
    friend", not "his friend"), or as humans alone ("the man").
    """

    noun: str
    kind: Literal["kin", "role", "bond", "human"]
    gender: Gender = ""


class Post(Row, frozen=True, kw_only=True):
    """A verb that says what somebody is or was ("was named director", "served as a judge").

    `frames` are where it says so, its attribute or behind a preposition; `holder` whether its subject or its object is
    meant; `holds` since when or until when: a `while` of the past is over, "resigned as" is `until`.
    """

    lemma: str
    frames: tuple[Literal["attribute", "as", "to"], ...]
    holder: Literal["subject", "object"]
    holds: Literal["since", "while", "until"]


class Verb(Row, frozen=True, kw_only=True):
    """A verb whose subject is a person, or a person as often as an organization ("want"); of these a speaker says
    something, and what an office does is said of people and governments alike ("condemn").
    """

    lemma: str
    subject: Literal["person", "either", "speaker", "office"]


class Group(Row, frozen=True, kw_only=True):
    """A noun after a surname that makes it name several people, or none of them ("the Halloran family")."""

    noun: str


class Lexicon(NamedTuple):
    """The tables by the word that they are looked up by."""

    titles: dict[str, Title]
    title_ends: frozenset[str]
    """All that a title may end with, so that what stands before a name need not be put together to be looked up."""
    particles: frozenset[str]
    suffixes: dict[str, Suffix]
    generations: frozenset[str]
    credentials: frozenset[str]
    """How credentials begin, two letters each."""
    heads: dict[str, Head]
    openers: dict[str, Head]
    known: dict[str, tuple[KnownOrganization, str]]
    known_firsts: dict[str, tuple[int, ...]]
    things: frozenset[str]
    seats: dict[str, Seat]
    governments: dict[str, Government]
    nouns: dict[str, Noun]
    verbs: dict[str, Verb]
    posts: dict[str, Post]
    groups: frozenset[str]
    weights: Weights
    words: Small
    sports: Sports
    teams: frozenset[str]
    """How the names of known teams end, in small letters: "yankees", "red sox"."""
    given: dict[str, str]
    surnames: frozenset[str]
    places: frozenset[str]
    towns: bytes
    """Towns in small letters, a line each behind an empty one, in the order of their bytes: searched as it is, as it is
    asked of few names, and a set of them would take time at every start."""

    def is_town(self, name: str) -> bool:
        """Whether a folded name is a town's or division's on the map, and no people's; behind a tilde both."""
        line, towns = name.encode(), self.towns
        low, high = 0, len(towns) - 1  # the ends of the line before those that are left, and of their last
        while low < high:
            middle = (low + high) // 2
            start, end = towns.rfind(b"\n", low, middle + 1), towns.find(b"\n", middle + 1)
            found = towns[start + 1 : end]
            if found == line:
                return True
            low, high = (end, high) if found < line else (low, start)
        return False


def read(folder: Folder) -> Lexicon:
    """The lexicon of a folder of tables; raises TableError where one is wrong or missing."""
    titles = {row.title: row for row in folder.rows("titles.csv", Title)}
    heads = folder.rows("heads.csv", Head)
    titles |= {title.upper(): row for title, row in titles.items()}
    known = _known(folder.rows("organizations.csv", Known))
    seats = folder.rows("seats.csv", Seat)
    suffixes = {row.suffix: row for row in folder.rows("suffixes.csv", Suffix)}
    return Lexicon(
        titles=titles,
        title_ends=_ends(titles),
        particles=frozenset(row.particle for row in folder.rows("particles.csv", Particle)),
        suffixes=suffixes,
        generations=_generations(suffixes.values()),
        credentials=_credentials(suffixes.values()),
        heads=_heads(heads, "last"),
        openers=_heads(heads, "first"),
        known=known,
        known_firsts=_firsts([*known, *(row.seat for row in seats)]),
        things=frozenset(row.name for row in folder.rows("things.csv", Thing)),
        seats={row.seat.lower(): row for row in seats},
        governments={row.name: row for row in folder.rows("governments.csv", Government)},
        nouns={row.noun.lower(): row for row in folder.rows("nouns.csv", Noun)},
        posts={row.lemma: row for row in folder.rows("posts.csv", Post)},
        verbs={row.lemma: row for row in folder.rows("verbs.csv", Verb)},
        groups=frozenset(row.noun for row in folder.rows("groups.csv", Group)),
        weights=weights(folder.rows("weights.csv", Weight)),
        words=Small.of(folder.rows("words.csv", Word)),
        sports=Sports.of(folder.rows("sports.csv", SportWord)),
        teams=_nicknames(known),
        given=_given(folder),
        surnames=frozenset(folder.data("surnames.txt").read_text(encoding="utf-8").splitlines()),
        towns=folder.data("towns.txt").read_bytes(),
        places=frozenset(folder.data("places.txt").read_text(encoding="utf-8").lower().splitlines()),
    )


def _ends(titles: Iterable[str]) -> frozenset[str]:
    """All that one of the titles ends with."""
    return frozenset(title[at:] for title in titles for at in range(len(title)))


def _heads(rows: Iterable[Head], where: Literal["last", "first"]) -> dict[str, Head]:
    return {row.word: row for row in rows if row.where == where}


def _generations(rows: Iterable[Suffix]) -> frozenset[str]:
    return frozenset(row.suffix.replace(".", "").lower() for row in rows if row.kind == "generation")


def _credentials(rows: Iterable[Suffix]) -> frozenset[str]:
    """The first two letters of what stands behind the names of the learned."""
    return frozenset(row.suffix[:2] for row in rows if row.kind == "credential")


def _given(folder: Folder) -> dict[str, str]:
    """{first name: gender}."""
    lines = folder.data("given_names.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines)
    return {name: gender for name, _, gender in pairs}


def _known(rows: tuple[Known, ...]) -> dict[str, tuple[KnownOrganization, str]]:
    """Every form of the well-known organizations, as written: "WHO" is one and "Who" is not."""
    found: dict[str, tuple[KnownOrganization, str]] = {}
    for row in rows:
        entry: KnownOrganization = {"name": row.name, "acronym": row.acronym or None, "kind": row.kind}
        for form in (row.name, row.acronym, *row.forms):
            if form:
                found.setdefault(form, (entry, row.rule))
    return found


def _nicknames(known: Mapping[str, tuple[KnownOrganization, str]]) -> frozenset[str]:
    """The last words of the known teams' names that are plurals: by them papers call them."""
    names = (name for name, (entry, _) in known.items() if entry["kind"] == "team" and " " in name)
    return frozenset(last.lower() for name in names if (last := name.rsplit(maxsplit=1)[-1]).endswith("s"))


def _firsts(names: list[str]) -> dict[str, tuple[int, ...]]:
    """{first word: the lengths in tokens, long ones first} of the names of several tokens."""
    found: dict[str, set[int]] = {}
    for name in names:
        words = TOKEN.findall(name)
        if len(words) > 1:
            found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
