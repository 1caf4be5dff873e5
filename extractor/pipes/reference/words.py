"""The words of reference, read once into look-ups: pronouns, nouns for people, and what titles are called in prose."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from extractor import tables
from extractor.vocabulary import OrganizationKind

Gender = Literal["f", "m", "any"]


class Pronoun(tables.Row, frozen=True, kw_only=True):
    """A singular personal pronoun. `person` is whose it is: third of somebody spoken of, first of who speaks, second
    of who is asked.
    """

    form: str
    person: Literal["first", "second", "third"]
    gender: Gender = "any"
    reflexive: bool = False


class Noun(tables.Row, frozen=True, kw_only=True):
    """A noun for one human being. `sort`: kin stands beside its possessor, a role is held, a human only is."""

    lemma: str
    sort: Literal["kin", "role", "human"]
    gender: Gender = "any"


class Title(tables.Row, frozen=True, kw_only=True):
    """A title before a name, and the nouns by which its holder is called later: "Gen." is "the general"."""

    title: str
    nouns: tuple[str, ...]


class Modifier(tables.Row, frozen=True, kw_only=True):
    """A word before a noun. A rank tells one office from another ("vice president"), a neutral one tells nothing."""

    word: str
    sort: Literal["rank", "neutral"]


SmallSort = Literal[
    "plural", "neuter", "relative", "determiner", "joint", "dying", "killing", "dead", "asking", "they", "pair",
    "variation", "venture", "denier", "divider", "office",
]  # fmt: skip


class Small(tables.Row, frozen=True, kw_only=True):
    """A small word of a speaker's mention: plural ("they"), neuter ("it"), relative ("who"), determiner ("the"), or
    joint, behind which somebody else is named than who speaks ("a lawyer for Novak").

    Lemmas of death: of dying, of which the subject is dead, and of killing, of which the object is. Nouns of who is
    asking for a living. "They" are two or more who were named together, a pair are two, and a variation is a noun by
    which papers call somebody again, or a word that says so ("the former banker"), a venture one for an organization;
    an office is one whose name has that word ("the council").
    A denier makes a noun mean nobody ("no baker"), and a divider stands between a role and what it is a role in.
    A dead word says of somebody that the article told the death of ("the dead man").
    """

    KEYS = ("word", "sort")

    word: str
    sort: SmallSort


class Body(tables.Row, frozen=True, kw_only=True):
    """A noun for a body that is known by whose it is: "the Vogt campaign", "Vogt's office"."""

    noun: str
    kind: OrganizationKind


class Meeting(tables.Row, frozen=True, kw_only=True):
    """An expression by which the preface of an interview says that somebody was asked."""

    expression: str


class Preference(tables.Row, frozen=True, kw_only=True):
    """How much a circumstance speaks for a candidate, as the logarithm of its odds; negative speaks against it."""

    circumstance: str
    weight: float


class Words(NamedTuple):
    """All tables of the component; keys are in lower case, titles without full stops.

    `speaking` and `addressing` are the pronouns of the first and of the second person.
    """

    pronouns: dict[str, Pronoun]
    nouns: dict[str, Noun]
    titles: dict[str, Title]
    ranks: frozenset[str]
    neutral: frozenset[str]
    bodies: dict[str, Body]
    weights: dict[str, float]
    meetings: re.Pattern[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    relative: frozenset[str]
    determiners: frozenset[str]
    joints: frozenset[str]
    dying: frozenset[str]
    killing: frozenset[str]
    asking: frozenset[str]
    they: frozenset[str]
    pairs: frozenset[str]
    variations: frozenset[str]
    ventures: frozenset[str]
    offices: frozenset[str]
    dead: frozenset[str]
    deniers: frozenset[str]
    complements: re.Pattern[str]
    speaking: frozenset[str]
    addressing: frozenset[str]

    @classmethod
    def of(cls, folder: tables.Folder) -> "Words":
        """The look-ups of a folder of tables; raises TableError where a row is wrong."""
        modifiers = _by((row.sort, row.word) for row in folder.rows("modifiers.csv", Modifier))
        small = _by((row.sort, row.word) for row in folder.rows("small_words.csv", Small))
        pronouns = {row.form.lower(): row for row in folder.rows("pronouns.csv", Pronoun)}
        persons = _by((row.person, form) for form, row in pronouns.items())
        return cls(
            pronouns=pronouns,
            nouns={row.lemma.lower(): row for row in folder.rows("nouns.csv", Noun)},
            titles={plain(row.title): row for row in folder.rows("titles.csv", Title)},
            ranks=modifiers["rank"],
            neutral=modifiers["neutral"],
            bodies={row.noun.lower(): row for row in folder.rows("bodies.csv", Body)},
            meetings=_any(row.expression for row in folder.rows("interviews.csv", Meeting)),
            plural=small["plural"],
            neuter=small["neuter"],
            relative=small["relative"],
            determiners=small["determiner"],
            joints=small["joint"],
            weights={row.circumstance: row.weight for row in folder.rows("preferences.csv", Preference)},
            dying=small["dying"],
            killing=small["killing"],
            asking=small["asking"],
            they=small["they"],
            pairs=small["pair"],
            variations=small["variation"],
            ventures=small["venture"],
            offices=small["office"],
            dead=small["dead"],
            deniers=small["denier"],
            complements=re.compile(rf",|\s{_any(small['divider']).pattern}\s", re.IGNORECASE),
            speaking=persons["first"],
            addressing=persons["second"],
        )


def _by(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The words of each sort; none for a sort without a row."""
    found: dict[str, set[str]] = {}
    for sort, word in pairs:
        found.setdefault(sort, set()).add(word)
    return defaultdict(frozenset, {sort: frozenset(words) for sort, words in found.items()})


def _any(expressions: Iterable[str]) -> re.Pattern[str]:
    """One of the expressions, as words."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in expressions)})\b", re.IGNORECASE)


def plain(title: str) -> str:
    """A title as the table has it: "Gen." and "gen" are one."""
    return title.replace(".", "").lower().strip()
