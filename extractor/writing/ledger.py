"""The figures as a ledger, by weight, and those that contradict one another: values against values, with their
sources."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from extractor.record import Figure, Record
from extractor.writing import amounts
from extractor.writing.safe import visible
from extractor.writing.sureness import Sure, sure

Weight = Literal["Casualties", "Money", "Percentages", "Ages", "Other figures"]
WEIGHTS: tuple[Weight, ...] = ("Casualties", "Money", "Percentages", "Other figures", "Ages")
"""The groups of the ledger, those that a reporter checks first first."""
_BY_KIND: Mapping[str, Weight] = {"money": "Money", "percent": "Percentages", "age": "Ages"}

AROUND, WORDS = 60, 4
"""Characters around a figure that are looked at for its context, and words of them that are shown."""
_NUMBER = re.compile(r"\d[\d,.]*")


class Entry(NamedTuple):
    """A figure: as written, alone (`text`) and with what it counts (`phrase`); as a value and what that is of; its
    role; who gives it; and the labels of its like.

    `person` is whose age it is; `about` are the labels of that person and of who gives the figure; `same`, `against`,
    `part_of` and `updates` are labels of other figures; `sentence` is empty without the text. `context` are the words
    around a figure that says nothing alone: "said 22 of them".
    """

    label: str
    text: str
    phrase: str
    value: str
    what: str
    role: str
    weight: Weight
    hypothetical: bool
    person: str
    source: str
    source_label: str
    about: tuple[str, ...]
    same: tuple[str, ...]
    against: tuple[str, ...]
    part_of: str
    updates: str
    sentence: str
    context: str
    rule: str
    sure: Sure


class Side(NamedTuple):
    """A value in a contradiction, and the figures that give it."""

    value: str
    entries: list[Entry]


class Dispute(NamedTuple):
    """Figures that contradict one another: of what, and the values with who gives each, in the order of the text."""

    what: str
    sides: list[Side]


def ledger(record: Record, labels: Mapping[str, str]) -> list[Entry]:
    """The figures, in the order of the text."""
    names = {person.id: person.name for person in record.people} | {each.id: each.name for each in record.organizations}
    return [_entry(figure, record, labels, names) for figure in record.figures]


def _entry(figure: Figure, record: Record, labels: Mapping[str, str], names: Mapping[str, str]) -> Entry:
    source = figure.attributed_to
    entity = (source.entity or "") if source else ""
    text = record.text or ""
    return Entry(
        label=labels[figure.id],
        text=figure.text,
        phrase=amounts.phrase(figure, text),
        value=amounts.amount(figure),
        what=amounts.counted(figure),
        role=figure.role or "",
        weight="Casualties" if figure.role else _BY_KIND.get(figure.kind, "Other figures"),
        hypothetical=figure.hypothetical,
        person=names.get(figure.person or "", ""),
        source=names.get(entity, source.text) if source else "",
        source_label=labels.get(entity, ""),
        about=_labels([entity, figure.person or ""], labels),
        same=_labels(figure.same_as, labels),
        against=_labels(figure.conflicts_with, labels),
        part_of=labels.get(figure.part_of or "", ""),
        updates=labels.get(figure.updates or "", ""),
        sentence=text[max(figure.sentence.start, 0) : max(figure.sentence.end, 0)],
        context=_context(figure, text),
        rule=figure.rule,
        sure=sure(figure),
    )


def _context(figure: Figure, text: str) -> str:
    """Some words before and behind a figure of which it is not known what it counts."""
    if figure.noun or figure.role or figure.person or figure.kind not in {"count", "other"} or not text:
        return ""
    before = text[max(figure.sentence.start, figure.start - AROUND, 0) : max(figure.start, 0)].split()
    after = text[figure.end : min(figure.sentence.end, figure.end + AROUND)].split()
    return " ".join(["…", *before[-WORDS:], visible(figure.text), *after[:WORDS], "…"])


def _labels(idents: Iterable[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels[ident] for ident in idents if ident in labels)


def plain(entry: Entry) -> bool:
    """Whether the value says no more than the words: all its numbers are among them, or it is the words."""
    numbers = _NUMBER.findall(entry.value)
    return entry.value == entry.text.strip() or (bool(numbers) and set(numbers) <= set(_NUMBER.findall(entry.text)))


def weighed(entries: Iterable[Entry]) -> list[tuple[Weight, list[Entry]]]:
    """The figures by weight, those of one weight in the order of the text."""
    groups: dict[Weight, list[Entry]] = {weight: [] for weight in WEIGHTS}
    for entry in entries:
        groups[entry.weight].append(entry)
    return [(weight, group) for weight, group in groups.items() if group]


def contradictions(entries: list[Entry]) -> list[Dispute]:
    """The figures that contradict one another: each dispute holds all that are linked, in the order of the text."""
    by_label = {entry.label: entry for entry in entries}
    placed: set[str] = set()
    disputes = []
    for entry in entries:
        if entry.against and entry.label not in placed:
            reached = _linked(entry, by_label)
            placed |= reached
            if len(reached) > 1:
                disputes.append(_dispute([each for each in entries if each.label in reached]))
    return disputes


def _linked(entry: Entry, by_label: Mapping[str, Entry]) -> set[str]:
    reached, waiting = {entry.label}, [entry]
    while waiting:
        found = [by_label[other] for other in waiting.pop().against if other in by_label and other not in reached]
        reached |= {each.label for each in found}
        waiting += found
    return reached


def _dispute(entries: list[Entry]) -> Dispute:
    sides: dict[str, list[Entry]] = {}
    for entry in entries:
        sides.setdefault(f"perhaps {entry.value}" if entry.hypothetical else entry.value, []).append(entry)
    what = next((told for entry in entries if (told := entry.role or entry.what)), "")
    return Dispute(what, [Side(value, group) for value, group in sides.items()])
