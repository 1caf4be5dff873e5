"""How many: which of the counts that an article gives of its victims is the event's toll.

An article says five, then four others, then that one of them died. Every stated count is weighed, and with them what
can be reckoned: the sum of the counts of one sentence ("a man and two women"), those shot less those killed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extractor.pipes.events.setting import Sentence
from extractor.vocabulary import Bound, CasualtyRole, TollBasis

LEAD = 2
"""Sentences of the lead, in which an article sums up what happened."""
MANY_TIMES, LEAST_CROWD = 4, 8
"""How many times the first count another is, and how large at least, that counts more than one incident."""
SUMMED = 5
"""Counts of one sentence that are added up, at most."""
DIFFERENCES = 4
"""Counts, the first of the article, that are taken from one another."""
CONSIDERED = 60
"""Counts of a role that are weighed, the first of the article."""


class Count(NamedTuple):
    """People counted in one role by a figure (an index), or by the caller's title, which has no figure.

    `sentence` is None for the title. `aside` are circumstances that keep it from being the whole, `joined` is whether
    no verb stands between it and the count before it ("two men and three women"), `overtaken` whether a later count or
    a correction takes its place, `whole` the figure that it is a part of, `source` the offset of who gives it,
    `beside` how many share the role without being counted ("he and three others").
    """

    figure: int | None
    role: CasualtyRole
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    sentence: Sentence | None
    aside: tuple[str, ...] = ()
    joined: bool = False
    overtaken: bool = False
    whole: int | None = None
    source: int | None = None
    beside: int = 0

    @property
    def said(self) -> tuple[float | int | None, float | int | None, float | int | None]:
        """What it says: a value, or two ends."""
        return self.value, self.low, self.high


class Way(NamedTuple):
    """One way in which an article comes to a toll: the counts, and what it takes of them."""

    name: str
    by: TollBasis
    counts: tuple[Count, ...]


class Total(NamedTuple):
    """A toll that an article allows: what it says, the ways to it, the best first, and what speaks for it."""

    said: tuple[float | int | None, float | int | None, float | int | None]
    ways: tuple[Way, ...]
    circumstances: tuple[str, ...]

    @property
    def by(self) -> TollBasis:
        """How it was come by."""
        return self.ways[0].by

    @property
    def counts(self) -> tuple[Count, ...]:
        """The counts that it rests on: all that state it, or those that are added or taken from one another."""
        if self.by != "stated":
            return self.ways[0].counts
        return tuple(way.counts[0] for way in self.ways if way.by == "stated")


ORDER: tuple[TollBasis, ...] = ("stated", "difference", "sum")


def totals(role: CasualtyRole, counts: Sequence[Count]) -> list[Total]:
    """The tolls that the counts allow in one role, the first stated first."""
    own = _exact([count for count in counts if count.role == role and not count.overtaken][:CONSIDERED])
    found: dict[tuple[float | int | None, ...], list[Way]] = {}
    for way in (*_stated(own), *_sums(own), *_with_beside(own), *_of_the_shot(role, counts)):
        found.setdefault(_said(way), []).append(way)
    values = [said[0] for said in found if said[0] is not None]
    return [
        Total(
            (said[0], said[1], said[2]),
            tuple(sorted(ways, key=lambda way: ORDER.index(way.by))),
            tuple(dict.fromkeys(_circumstances(said[0], ways, values, own, counts))),
        )
        for said, ways in found.items()
    ]


def _exact(own: list[Count]) -> list[Count]:
    """Without "dozens" where another count says how many."""
    exact = [count for count in own if count.value is not None]
    return exact or own


def _said(way: Way) -> tuple[float | int | None, ...]:
    if way.by == "stated":
        return way.counts[0].said
    first, *rest = (count.value or 0 for count in way.counts)
    if way.by == "sum":
        return (first + sum(rest) + sum(count.beside for count in way.counts), None, None)
    return (first - sum(rest), None, None)


def _stated(own: Sequence[Count]) -> Iterator[Way]:
    return (Way("stated", "stated", (count,)) for count in own)


def _with_beside(own: Sequence[Count]) -> Iterator[Way]:
    """A count with those who share the role and are no count: "he and three others"."""
    return (Way("with those beside", "sum", (count,)) for count in own if count.beside and count.value)


def _sums(own: Sequence[Count]) -> Iterator[Way]:
    """The counts of one sentence and source together, where there are several and none is a part of another."""
    by: dict[tuple[int, int | None], list[Count]] = {}
    for count in own:
        if count.sentence is not None and count.value and "a part" not in count.aside:
            by.setdefault((count.sentence.start, count.source), []).append(count)
    for parts in by.values():
        if 1 < len(parts) <= SUMMED:
            name = "a sum of joined counts" if all(part.joined for part in parts[1:]) else "a sum"
            yield Way(name, "sum", tuple(parts))


def _of_the_shot(role: CasualtyRole, counts: Sequence[Count]) -> Iterator[Way]:
    """Those shot are the wounded, or what is left of them without the dead."""
    if role != "wounded":
        return
    killed, shot = (_counting(counts, counted) for counted in ("killed", "shot"))
    for way in (*_sums(shot), *_with_beside(shot)):
        yield Way(SHOT_AND_DEAD[bool(killed), False], "sum", way.counts)
    for whole in shot:
        dead = [part for part in killed if part.whole == whole.figure]
        yield Way(SHOT_AND_DEAD[bool(killed), bool(dead)], "stated", (whole,))
        for part in killed:
            if (whole.value or 0) > (part.value or 0) and _one_incident(whole, part):
                yield Way(LEFT_OF_SHOT[part in dead], "difference", (whole, part))


def _counting(counts: Sequence[Count], role: CasualtyRole) -> list[Count]:
    """The first counts in a role that count somebody."""
    return [count for count in counts if count.role == role and count.value][:DIFFERENCES]


SHOT_AND_DEAD = {
    (False, False): "those shot",
    (True, False): "those shot, beside the dead",
    (True, True): "those shot, of whom some died",
}
"""Those shot, by whether somebody died, and whether of them."""
LEFT_OF_SHOT = {False: "shot less killed", True: "shot less the dead of them"}


def _one_incident(one: Count, other: Count) -> bool:
    """Whether the sentences of two counts may tell of one incident: not of a shooting and of a fire."""
    kinds = [{named.row.kind for named in count.sentence.named} if count.sentence else set() for count in (one, other)]
    return not all(kinds) or bool(kinds[0] & kinds[1])


def _circumstances(
    value: float | int | None,
    ways: Sequence[Way],
    values: Sequence[float | int],
    own: Sequence[Count],
    counts: Sequence[Count],
) -> Iterator[str]:
    stated = [way.counts[0] for way in ways if way.name == "stated"]
    yield ("not stated", "stated once", "stated twice", "stated often")[min(3, len(stated))]
    yield from (way.name for way in ways if way.name != "stated")
    yield from (name for name, holds in STATED if holds(stated or ways[0].counts, own or counts))
    if stated:
        yield from sorted(frozenset[str].intersection(*(frozenset(count.aside) for count in stated)))
    yield from _of_value(value, values, own[0].value if own else None)
    if value is not None and _adds_up(value, own, counts):
        yield "adds up"


def _of_value(value: float | int | None, values: Sequence[float | int], first: float | int | None) -> Iterator[str]:
    """What a total is among all that an article allows, of which `first` is stated first."""
    if value is None:
        yield "a range"
        return
    if first is not None and value >= max(LEAST_CROWD, MANY_TIMES * first):
        yield "far larger than the first"
    if len(values) > 1 and value in (min(values), max(values)):
        yield "the largest" if value == max(values) else "the smallest"
    if value < 2:
        yield "one" if value == 1 else "none"


def _adds_up(value: float | int, own: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether another role's count makes it a count of those shot: three killed and two wounded of five."""
    role = own[0].role if own else "wounded"
    shot = {count.value for count in counts[:CONSIDERED] if count.role == "shot"}
    beside = {"killed", "wounded"} - {role}
    return any(value + count.value in shot for count in counts[:CONSIDERED] if count.role in beside and count.value)


Stated = Callable[[Sequence[Count], Sequence[Count]], bool]


def _sentences(stated: Sequence[Count]) -> list[Sentence]:
    return [count.sentence for count in stated if count.sentence is not None]


def _first(stated: Sequence[Count], own: Sequence[Count]) -> bool:
    return stated[0] == own[0]


def _second(stated: Sequence[Count], own: Sequence[Count]) -> bool:
    return len(own) > 1 and stated[0] == own[1]


def _last(stated: Sequence[Count], own: Sequence[Count]) -> bool:
    return len(own) > 1 and stated[-1] == own[-1]


def _in_the_title(stated: Sequence[Count], own: Sequence[Count]) -> bool:  # noqa: ARG001 - one shape for all
    return any(count.sentence is None or count.sentence.title for count in stated)


def _in_the_lead(stated: Sequence[Count], own: Sequence[Count]) -> bool:  # noqa: ARG001
    return any(0 <= sentence.order < LEAD for sentence in _sentences(stated))


def _beside_a_word(stated: Sequence[Count], own: Sequence[Count]) -> bool:  # noqa: ARG001
    return any(sentence.named for sentence in _sentences(stated))


def _is_joined(stated: Sequence[Count], own: Sequence[Count]) -> bool:
    return any(one.joined or (one is not own[-1] and own[own.index(one) + 1].joined) for one in stated if one in own)


def _at_least(stated: Sequence[Count], own: Sequence[Count]) -> bool:  # noqa: ARG001
    return any(count.bound in (">", ">=") for count in stated)


STATED: tuple[tuple[str, Stated], ...] = (
    ("stated first", _first),
    ("stated second", _second),
    ("stated last", _last),
    ("in the title", _in_the_title),
    ("in the lead", _in_the_lead),
    ("beside an incident word", _beside_a_word),
    ("at least", _at_least),
    ("joined with another", _is_joined),
)
"""What may be true of the counts that state a toll."""
