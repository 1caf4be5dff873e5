"""The people on stage as the text goes on, and which of them a pronoun means.

Each actor is weighed by circumstances (how far back, in which role, who was "he" last); a table has their weights.
Actors without a name ("a neighbour", "the gunman") are on stage too: a pronoun that means one is nobody's.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import exp

from extractor.pipes.reference.sites import Site

KEPT = 6
"""Sites an actor keeps. More than the mentions that a sentence has of one person."""
CONSIDERED = 10
"""The actors mentioned last that a pronoun may mean."""


@dataclass(slots=True)
class Actor:
    """Somebody on stage; `person` is the index into the people, None for one without a name."""

    person: int | None
    gender: str | None
    sites: deque[Site] = field(default_factory=lambda: deque(maxlen=KEPT))
    count: int = 0
    guessed: bool = False
    last_was_pronoun: bool = False
    is_dead: bool = False

    def before(self, site: Site) -> Site | None:
        """The last mention before the site, with its best role in that sentence."""
        last = subject = None
        for one in reversed(self.sites):
            if one.start < site.start and (last is None or one.sentence == last.sentence):
                last = last or one
                subject = one if one.role == "subject" else subject
        return subject or last


class Discourse:
    """The stage. Actors are known by their number; those of the people come first, in the people's order."""

    def __init__(self, genders: list[str | None]) -> None:
        """A stage with these people, whom nobody has mentioned yet."""
        self.actors = [Actor(index, gender) for index, gender in enumerate(genders)]
        self.foremost: int | None = None
        self.last: dict[str, int] = {}
        self.speakers: dict[int, int] = {}
        self._recent: dict[int, None] = {}

    def enter(self, gender: str | None) -> int:
        """The number of a new actor without a name."""
        self.actors.append(Actor(None, gender))
        return len(self.actors) - 1

    def mention(self, number: int, site: Site, *, pronoun: str | None = None) -> None:
        """Note that the actor is mentioned here; `pronoun` is its gender where the mention is a pronoun."""
        actor = self.actors[number]
        actor.sites.append(site)
        actor.count += 1
        actor.last_was_pronoun = pronoun is not None
        if pronoun is not None:
            self.last[pronoun] = number
            if actor.gender is None and pronoun != "any":
                actor.gender, actor.guessed = pronoun, True
        self._recent.pop(number, None)
        self._recent[number] = None
        if self.foremost is None or actor.count > self.actors[self.foremost].count:
            self.foremost = number

    def present(self, gender: str) -> Iterator[int]:
        """The actors who may be meant by a pronoun of this gender, the last mentioned first, the foremost always."""
        fitting = (n for n in reversed(self._recent) if fits(self.actors[n].gender, gender))
        found = list(islice(fitting, CONSIDERED))
        yield from found
        if self.foremost is not None and self.foremost not in found and fits(self.actors[self.foremost].gender, gender):
            yield self.foremost


def fits(known: str | None, gender: str) -> bool:
    """Whether somebody of the known gender, if any is known, may be called so."""
    return known is None or gender in {"any", known}


def chances(scores: list[float]) -> list[float]:
    """Scores as probabilities that sum to one."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]
