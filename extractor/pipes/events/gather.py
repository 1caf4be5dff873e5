"""Puts the events of an article together: the one that it is about, and others that it tells of beside it.

What a sentence counts belongs to the main event unless the sentence says that it was on another day or another
incident ("in a separate shooting"); of those, the ones of one day and place make an event.
"""

from collections.abc import Iterable, Sequence
from typing import get_args

from extractor.annotations import Attribution, EventFound, TollFound
from extractor.annotations.trace import is_traced, note
from extractor.pipes.events import when, where
from extractor.pipes.events.choosing import best, ranked
from extractor.pipes.events.counting import Scene, counts_of
from extractor.pipes.events.setting import Setting
from extractor.pipes.events.tolls import Count, Total, totals
from extractor.pipes.events.words import Weights, Words
from extractor.vocabulary import CasualtyRole, EventKind

LEAD = 4
"""Sentences in which the event is told of that an article is about."""
EARLY = 12
"""Sentences in which the incident is named that later counts are of."""
BARE = 2
"""Sentences in which an event that counts nobody must be told."""
SURE = 1.0
"""The weight of an incident word that is unmistakable."""
ROLES: tuple[CasualtyRole, ...] = get_args(CasualtyRole)


def gather(setting: Setting, headline: Sequence[Count], words: Words) -> list[EventFound]:
    """The events of an article, in the order in which it tells of them; none where nothing happened."""
    scene = main_scene(setting, words)
    counts = [*headline, *counts_of(setting, scene, words)]
    if not counts:
        return _bare(setting, scene, words)
    if not _happened(setting, counts):
        return []
    others = _others(setting, counts)
    apart = {id(count) for group in others for count in group}
    own = [count for count in counts if id(count) not in apart]
    if not _opens(own) and not _named_early(setting):
        scene = _scene_of(setting, own)
    found = [_event(setting, own, scene, words)] if own else []
    found += [_event(setting, group, _scene_of(setting, group), words) for group in others]
    return _in_order([event for event in found if event["tolls"]], counts)


def _opens(counts: Sequence[Count]) -> bool:
    """Whether the article opens with what is counted: then it is what all of it tells of."""
    return any(count.sentence is None or 0 <= count.sentence.order < 2 * LEAD for count in counts)


def _named_early(setting: Setting) -> bool:
    """Whether the first sentences have an unmistakable incident word: what is counted later is of that."""
    return any(
        named.row.weight >= SURE
        for sentence in setting.sentences
        if 0 <= sentence.order < EARLY
        for named in sentence.named
    )


def _bare(setting: Setting, scene: Scene, words: Words) -> list[EventFound]:
    """The event of an article that counts nobody: an unmistakable incident word in a lead that says where and when."""
    for sentence in setting.sentences:
        sure = any(named.row.weight >= SURE for named in sentence.named)
        if 0 <= sentence.order < BARE and sure and scene.place in sentence.places and scene.date in sentence.dates:
            return [_event(setting, [], scene, words) | {"main": True}]
    return []


def main_scene(setting: Setting, words: Words) -> Scene:
    """Where and when it was that the article tells of."""
    place = best(where.candidates(setting, words), words.weights["place"])
    day = best(when.candidates(setting), words.weights["day"])
    return Scene(
        None if place is None else place.place, None if day is None else day.day, None if day is None else day.date
    )


def _happened(setting: Setting, counts: Sequence[Count]) -> bool:
    """Whether something happened: an incident word beside a count or in the lead, a count in the title or the lead."""
    return any(
        count.sentence is None or count.sentence.named or 0 <= count.sentence.order < LEAD or count.sentence.title
        for count in counts
    ) or any(sentence.named and 0 <= sentence.order < LEAD for sentence in setting.sentences)


def _others(setting: Setting, counts: Sequence[Count]) -> list[list[Count]]:
    """The counts of other incidents, by the day, the place and the sentence that tell of them."""
    groups: dict[object, list[Count]] = {}
    for count in counts:
        sentence = count.sentence
        if sentence is None or not sentence.named or sentence.order < 0:
            continue
        if "another day" in count.aside:
            day = next((setting.dates[n]["value"] for n in sentence.dates), None)
            groups.setdefault(day, []).append(count)
        elif "another incident" in count.aside:
            groups.setdefault(sentence.number, []).append(count)
    return list(groups.values())


def _scene_of(setting: Setting, group: Sequence[Count]) -> Scene:
    """Where and when another incident was: by its own sentences alone."""
    place = day = when_ = None
    for sentence in dict.fromkeys(count.sentence for count in group if count.sentence is not None):
        resolved = [n for n in sentence.places if setting.places[n]["lat"] is not None]
        place = place if place is not None or not resolved else resolved[0]
        for number in sentence.dates:
            if (
                when_ is None
                and setting.dates[number]["type"] in ("DATE", "TIME")
                and setting.dates[number]["earliest"]
            ):
                when_, day = number, when.day_of(setting, number)
    return Scene(place, day, when_)


def _event(setting: Setting, counts: Sequence[Count], scene: Scene, words: Words) -> EventFound:
    tolls = [toll for role in ROLES for toll in _tolls(setting, role, counts, words)]
    figures = sorted({count.figure for count in counts if count.figure is not None})
    kind, rule = _kind(setting, counts)
    found = None if scene.date is None else setting.dates[scene.date]
    return {
        "kind": kind,
        "main": False,
        "place": scene.place,
        "date": scene.date,
        "earliest": _day(found["earliest"]) if found else None,
        "latest": _day(found["latest"]) if found else None,
        "tolls": tolls,
        "figures": figures,
        "rule": rule,
    }


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _tolls(setting: Setting, role: CasualtyRole, counts: Sequence[Count], words: Words) -> list[TollFound]:
    """The toll in one role, and what other sources say against it."""
    allowed = totals(role, counts)
    if not any(count.role == role for count in counts) and not _follows(allowed, counts):
        return []
    chosen = best(allowed, words.weights["toll"])
    if chosen is None:
        return []
    _note(setting, role, allowed, words.weights["toll"])
    others = [total for total in allowed if total is not chosen and _by_another(setting, chosen, total)]
    return [_toll(setting, role, total) for total in (chosen, *others)]


def _note(setting: Setting, role: CasualtyRole, allowed: Sequence[Total], weights: Weights) -> None:
    """For `extract trace`: which toll won, what its circumstances weigh, and what came second."""
    if not is_traced(setting.layout.doc):
        return
    order = [allowed[one.number] for one in ranked(allowed, weights)]
    figure = next((count.figure for count in order[0].counts if count.figure is not None), None)
    at = (0, 0) if figure is None else (setting.figures[figure]["start"], setting.figures[figure]["end"])
    said = [f"{role} {total.said[0]} ({total.by})" for total in order[:2]]
    note(
        setting.layout.doc,
        "events",
        at,
        "events/choosing: best",
        outcome=f"toll: {said[0]}",
        runner_up=said[1] if len(said) > 1 else None,
        weights={name: weights.get(name, 0.0) for name in order[0].circumstances},
    )


def _by_another(setting: Setting, chosen: Total, total: Total) -> bool:
    """Whether another source says so of the same whole: against the toll, or, with "at least", in keeping with it."""
    told, other = _given(setting, chosen), _given(setting, total)
    stated = any(way.name == "stated" for way in total.ways)  # not those shot, of whom nobody says that they live
    if not stated or told is None or other is None:
        return False
    against = {number for given in told for number in given["conflicts_with"]}
    if any(count.figure in against for count in total.counts):
        return True
    own = [given["source"] for given in told]
    apart = all(given["source"] is not None and given["source"] not in own for given in other)
    return apart and not any(count.aside[:-1] for count in total.counts) and _within(chosen, total)


def _given(setting: Setting, total: Total) -> list[Attribution] | None:
    """What is known of the figures that a toll rests on; None where a headline's count is among them."""
    numbers = [count.figure for count in total.counts]
    return None if None in numbers else [setting.attributions[number] for number in numbers if number is not None]


def _within(one: Total, other: Total) -> bool:
    """Whether one of two tolls is open towards the other: "at least 12" and 15."""
    low, high = sorted((one, other), key=lambda total: total.said[0] or 0)
    return None not in (low.said[0], high.said[0]) and (
        any(count.bound in (">", ">=") for count in low.counts)
        or any(count.bound in ("<", "<=") for count in high.counts)
    )


def _follows(allowed: Sequence[Total], counts: Sequence[Count]) -> bool:
    """Whether a toll that nobody states follows: those shot are wounded where nobody died, else those left of them."""
    dead = any(count.role == "killed" and count.value != 0 for count in counts)
    return any(total.by == "difference" or not dead for total in allowed)


def _toll(setting: Setting, role: CasualtyRole, total: Total) -> TollFound:
    numbers = [count.figure for count in total.counts if count.figure is not None]
    told = next((count for count in total.counts if count.sentence and not count.sentence.title), total.counts[0])
    given = [setting.attributions[number] for number in numbers]
    source = next((number for number, one in zip(numbers, given, strict=True) if one["source"] is not None), None)
    return {
        "role": role,
        "bound": told.bound,
        "value": total.said[0],
        "low": total.said[1],
        "high": total.said[2],
        "source": source,
        "figures": numbers,
        "by": total.by,
    }


def _kind(setting: Setting, counts: Iterable[Count]) -> tuple[EventKind | None, str]:
    """What happened, by the words of the sentences that count people, of the lead and of the rest, and their row."""
    votes: dict[EventKind, float] = {}
    rules: dict[EventKind, str] = {}
    counting = {count.sentence.number for count in counts if count.sentence is not None}
    for sentence in setting.sentences:
        if sentence.order < 0:
            continue
        weight = 3.0 if sentence.number in counting else 2.0 if sentence.order < LEAD else 0.5
        for named in sentence.named:
            votes[named.row.kind] = votes.get(named.row.kind, 0.0) + weight * named.row.weight
            rules.setdefault(named.row.kind, named.row.rule)
    if not votes:
        return None, "events/tolls"
    kind = max(votes, key=lambda one: votes[one])
    return kind, rules[kind]


def _in_order(events: list[EventFound], counts: Sequence[Count]) -> list[EventFound]:
    """By their first figure; the main one is the first of `events` where the article opens with it."""
    for event in events[:1]:
        own = [count for count in counts if count.figure is None or count.figure in event["figures"]]
        event["main"] = _opens(own)
    return sorted(events, key=lambda event: min(event["figures"], default=-1))
