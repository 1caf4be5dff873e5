"""The figures as a ledger, and those that contradict one another side by side."""

from collections.abc import Mapping
from typing import NamedTuple

from extractor.record import Figure, Record
from extractor.writing.words import counted, quantity


class Entry(NamedTuple):
    """A figure: as written and as a value, what it measures, role, who gives it, and the labels of its like.

    `about` are the labels of the person whose age it is and of who gives it; `sentence` is empty without the text.
    """

    label: str
    text: str
    value: str
    what: str
    role: str
    hypothetical: bool
    source: str
    source_label: str
    about: tuple[str, ...]
    same: tuple[str, ...]
    against: tuple[str, ...]
    sentence: str
    rule: str


def ledger(record: Record, labels: Mapping[str, str]) -> list[Entry]:
    """The figures, in the order of the text."""
    names = {person.id: person.name for person in record.people} | {each.id: each.name for each in record.organizations}
    return [_entry(figure, record, labels, names) for figure in record.figures]


def _entry(figure: Figure, record: Record, labels: Mapping[str, str], names: Mapping[str, str]) -> Entry:
    source = figure.attributed_to
    entity = (source.entity or "") if source else ""
    about = (labels.get(entity, ""), labels.get(figure.person or "", ""))
    value = quantity(figure)
    text = record.text or ""
    return Entry(
        label=labels[figure.id],
        text=figure.text,
        value=value,
        what=counted(figure),
        role=figure.role or "",
        hypothetical=figure.hypothetical,
        source=names.get(entity, source.text) if source else "",
        source_label=labels.get(entity, ""),
        about=tuple(label for label in about if label),
        same=tuple(labels[other] for other in figure.same_as if other in labels),
        against=tuple(labels[other] for other in figure.conflicts_with if other in labels),
        sentence=text[max(figure.sentence.start, 0) : max(figure.sentence.end, 0)],
        rule=figure.rule,
    )


def plain(entry: Entry) -> bool:
    """Whether the value says no more than the words."""
    return entry.value.replace(",", "") == entry.text.replace(",", "").strip()


def contradictions(entries: list[Entry]) -> list[list[Entry]]:
    """The figures that contradict one another: each group holds all that are linked, in the order of the text."""
    by_label = {entry.label: entry for entry in entries}
    order = {entry.label: place for place, entry in enumerate(entries)}
    groups: list[list[Entry]] = []
    placed: set[str] = set()
    for entry in entries:
        if entry.label in placed or not entry.against:
            continue
        reached, waiting = {entry.label}, [entry]
        while waiting:
            found = [by_label[other] for other in waiting.pop().against if other in by_label and other not in reached]
            reached |= {each.label for each in found}
            waiting += found
        placed |= reached
        groups.append(sorted((by_label[label] for label in reached), key=lambda each: order[each.label]))
    return [group for group in groups if len(group) > 1]
