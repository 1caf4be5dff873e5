"""What was found in an article, list by list: nothing is cut off but long quotes, and these say how much is missing."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from extractor.record import Record
from extractor.writing import brief, cast, incidents, ledger, locations, timeline
from extractor.writing.marks import labels
from extractor.writing.safe import visible
from extractor.writing.terminal.paper import doubt, header, heading, joined, label, printed, table, warnings
from extractor.writing.view import View
from extractor.writing.words import numbered

LONG = 320
"""Characters of a quote that the report shows, about four lines of 80 columns."""
WIDEST = 110
"""Columns that the words of a quote take at most: longer lines are hard to read."""
Parts = Iterable[RenderableType]


def render(record: Record, view: View) -> str:
    """The report, with a newline at its end."""
    return printed(_parts(record, view), view)


def _parts(record: Record, view: View) -> Parts:
    yield from header(record)
    yield from warnings(record)
    if record.error is None:
        yield Text("")
        yield table([[Text(line.head, style="dim"), _brief(line)] for line in brief.brief(record)], view)
    for name, part in PARTS.items():
        if name in view.only and getattr(record, name):
            yield from part(record, view)


def _brief(line: brief.Line) -> Text:
    return Text(line.words, style="red" if line.warned and line.head == "Disputed" else "")


def _events(record: Record, view: View) -> Parts:
    """What happened, where and when; under it the toll by source, what is disputed behind a red ≠."""
    yield heading("EVENTS", len(record.events))
    for event in incidents.incidents(record, labels(record)):
        place = joined(" ", [event.place, event.place_label])
        when = joined(" ", [event.when, event.date_label])
        about = joined(" · ", [place, when, None if event.main else "told beside it"])
        yield Text.assemble(label(event.label), "  ", (event.what, "bold"), f" · {about}" if about else "")
        if event.lines:
            yield Padding(table([_toll(line) for line in event.lines], view, right=1), (0, 0, 0, 4))


def _toll(line: incidents.Line) -> list[str | Text]:
    value = Text.assemble(("≠ ", "red") if line.against else "", line.value)
    giver = joined(" ", [line.source, line.source_label]) or ("no source given" if line.disputed else "")
    return [line.role, value, giver, Text(f"reckoned: {line.rests}" if line.reckoned else line.rests, style="dim")]


def _people(record: Record, view: View) -> Parts:
    yield heading("PEOPLE", len(record.people))
    yield table([_member(member) for member in cast.people(record)], view)


def _organizations(record: Record, view: View) -> Parts:
    yield heading("ORGANIZATIONS", len(record.organizations))
    yield table([_member(member) for member in cast.organizations(record)], view)


def _member(member: cast.Member) -> list[str | Text]:
    said = numbered(member.quotes, "quote") if member.quotes else None
    counts = joined(", ", [numbered(member.mentions, "mention"), said])
    return [label(member.label), visible(member.name), joined(", ", member.described), counts, doubt(member.sure)]


def _places(record: Record, view: View) -> Parts:
    yield heading("PLACES", len(record.places))
    yield table(
        [
            [
                label(each.label),
                visible(each.name),
                visible(each.kind or "unresolved"),
                visible(each.within),
                each.point,
                numbered(each.mentions, "mention"),
                doubt(each.sure),
            ]
            for each in locations.places(record)
        ],
        view,
    )


def _figures(record: Record, view: View) -> Parts:
    """By weight, each as it is written with what it counts; what contradicts another behind a red ≠."""
    entries = ledger.ledger(record, labels(record))
    known = {entry.label: entry for entry in entries}
    yield heading("FIGURES", len(entries))
    for weight, group in ledger.weighed(entries):
        yield Text(weight, style="italic")
        yield table([_figure(entry, known) for entry in group], view)


def _figure(entry: ledger.Entry, known: Mapping[str, ledger.Entry]) -> list[str | Text]:
    against = [visible(f"{known[other].value} {other}") for other in entry.against if other in known]
    return [
        label(entry.label),
        _phrase(entry),
        "" if ledger.plain(entry) or entry.person else entry.value,
        joined(" ", [entry.source, entry.source_label]),
        Text(f"≠ {', '.join(against)}" if against else "", style="red"),
        doubt(entry.sure),
    ]


def _phrase(entry: ledger.Entry) -> Text:
    """The figure in the article's words, its role behind it where they do not say it; an age with its person."""
    if entry.person:
        return Text(joined(", ", [entry.person, entry.value]))
    role = entry.role if entry.role not in entry.phrase else ""
    about = (f"  {visible(entry.context)}", "dim") if entry.context else ""
    return Text.assemble(joined(" ", ["perhaps" if entry.hypothetical else "", entry.phrase, role]), about)


def _quotes(record: Record, view: View) -> Parts:
    yield heading("QUOTES", len(record.quotes))
    described = {each.label: each.described for each in (*cast.people(record), *cast.organizations(record))}
    folded = False
    for speech in cast.speeches(record, labels(record), view.only):
        known = label(speech.label).append(" ") if speech.label else Text()
        about = joined(", ", described.get(speech.label, ()))
        yield Text.assemble(known, (visible(speech.name), "bold"), (f"  {about}" if about else "", "dim"))
        rows = []
        for said in speech.quotes:
            words = visible(said.text)
            shown = words if view.show == "whole" else _folded(words)
            folded = folded or shown != words
            stance = said.stance if said.stance != "states" else ""
            how = joined(", ", [said.kind, stance])
            cue = (f"{visible(said.cue)}  ", "italic") if said.cue else ""
            rows.append([label(said.label), Text.assemble(cue, shown, (f"  [{how}]  ", "dim"), doubt(said.sure))])
        margin = max(view.width - WIDEST, 0)
        yield Padding(table(rows, view), (0, margin, 0, 2))
    if folded:
        yield Text("--show whole prints long quotes whole", style="dim")


def _folded(words: str) -> str:
    """The quote's first words where it is long, and how many more there are."""
    if len(words) <= LONG:
        return words
    cut = words.rfind(" ", 0, LONG - 60)
    kept = words[: cut if cut > 0 else LONG - 60]
    return f"{kept} … ({numbered(len(words[len(kept) :].split()), 'more word')})"


def _dates(record: Record, view: View) -> Parts:
    found = timeline.timeline(record)
    yield heading("TIMELINE", len(record.dates))
    rows: list[list[str | Text]] = []
    for each in found.stretches:
        day = [Text("the article’s day", style="dim")] if each.anchor else []
        rows.append([Text(each.when, style="blue"), _moments([*map(_moment, each.moments), *day])])
    for words, moments in (("no day", found.unplaced), ("how long", found.lasting)):
        if moments:
            rows.append([Text(words, style="blue"), _moments(map(_moment, moments))])
    yield table(rows, view)


def _moments(parts: Iterable[Text]) -> Text:
    return Text(" · ").join(parts)


def _moment(moment: timeline.Moment) -> Text:
    value = (f" ({visible(moment.value)})", "dim") if moment.value else ""
    return Text.assemble(label(moment.label), " ", visible(moment.text), value)


PARTS: Mapping[str, Callable[[Record, View], Parts]] = MappingProxyType(
    {
        "events": _events,
        "people": _people,
        "organizations": _organizations,
        "places": _places,
        "figures": _figures,
        "quotes": _quotes,
        "dates": _dates,
    }
)
