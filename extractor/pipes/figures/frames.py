"""The rows of `roles.csv`: what puts people into a role, and where they stand to it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from spacy.tokens import Token

from extractor import tables
from extractor.pipes.figures.clauses import near
from extractor.pipes.figures.lexicon import Lexicon
from extractor.vocabulary import CasualtyRole

Frame = Literal["object", "subject", "state", "noun", "act", "degree", "negated"]
Settled = Literal["", "patients", "victims", "survivors", "outbreak"]


SETTLES: Mapping[Settled, CasualtyRole] = MappingProxyType(
    {"patients": "wounded", "victims": "shot", "survivors": "shot", "outbreak": "infected"}
)
"""The one role of which the article decides: whether patients are wounded, whether cases are infected."""


class Role(tables.Row, frozen=True, kw_only=True):
    """A word that puts people into a role.

    `frame` says where the counted stand: object (of the active, subject of the passive), subject, state (an adjective
    of them), noun (it is itself counted: "12 deaths"), act (a noun with "of": "the arrest of 12"), degree (an adverb
    that ends the phrase: "three of them gravely"), negated (object of a verb that is denied: "three were never found").
    `near` are words of which one must stand near, such as "dead".
    `settled` names what only the whole article decides (`settle`); an empty cell is a role that stands by itself.
    A lemma of several words is a verb and what must stand near it.
    """

    KEYS = ("lemma", "frame", "near")

    lemma: str
    frame: Frame
    near: tuple[str, ...] = ()
    role: CasualtyRole
    settled: Settled = ""

    def __post_init__(self) -> None:
        if self.settled and self.role != SETTLES[self.settled]:
            raise ValueError(
                f'settled "{self.settled}" asks the article whether they are {SETTLES[self.settled]}; '
                f"leave it empty for {self.role}"
            )


class Found(NamedTuple):
    """A role and the row that gave it; the role is None where it is sure that there is none."""

    role: CasualtyRole | None
    rule: str
    settled: Settled = ""
    step: str = ""


NONE = Found(None, "")
"""What ends the search for a role."""


class Frames:
    """The table, by lemma and frame."""

    def __init__(self, rows: Iterable[Role], lexicon: Lexicon) -> None:
        self._participles = lexicon.forms("participle")
        self._frames: dict[tuple[str, str], list[tuple[str, Role]]] = {}
        for row in rows:
            verb, _, rest = row.lemma.partition(" ")
            if row.frame == "noun":
                verb, rest = row.lemma, ""
            self._frames.setdefault((verb, row.frame), []).append((rest, row))
        for choices in self._frames.values():
            choices.sort(key=lambda choice: not choice[0] and not choice[1].near)

    def lemmas(self, frame: Frame) -> list[str]:
        """The lemmas of a frame."""
        return [lemma for lemma, framed in self._frames if framed == frame]

    def told(self) -> frozenset[str]:
        """The states and the verbs of which people are the object: the dead, the wounded."""
        return frozenset((*self.lemmas("state"), *self.lemmas("object")))

    def words(self) -> frozenset[str]:
        """All lemmas and participles, in small letters: without one of them in a sentence nobody has a role in it."""
        return frozenset(word for lemma, _ in self._frames for word in lemma.split()) | frozenset(self._participles)

    def find(self, lemma: str, frame: Frame, at: Token) -> Found | None:
        """The role that a word in a frame gives, if what must stand near does."""
        for rest, row in self._frames.get((lemma, frame), ()):
            if (not rest or near(at, (rest,))) and (not row.near or near(at, row.near)):
                return Found(row.role, row.rule, row.settled)
        return None

    def state(self, word: Token) -> Found | None:
        """The role that an adjective or participle tells of those counted: "dead", "wounded"."""
        return self.find(word.lower_, "state", word)

    def done_to(self, word: Token) -> Found | None:
        """The role of the object of a verb, or the subject of its passive."""
        return self.find(self.stem(word), "object", word)

    def does(self, word: Token) -> Found | None:
        """The role of the subject of an active verb."""
        return self.find(self.stem(word), "subject", word)

    def participle(self, word: Token) -> Found | None:
        """The role of a participle by its form, however it was tagged; None for any other word."""
        stem = self._participles.get(word.lower_)
        return self.find(stem, "object", word) if stem else None

    def is_participle(self, word: Token) -> bool:
        """Whether a word has the form of a participle of the table."""
        return word.lower_ in self._participles

    def stem(self, word: Token) -> str:
        """The lemma, also of a participle that was tagged as an adjective."""
        lemma: str = word.lemma_.lower()
        if word.tag_ not in ("VBD", "VBN", "VBG"):
            return self._participles.get(lemma, lemma)
        return lemma
