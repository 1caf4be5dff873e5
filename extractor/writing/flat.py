"""The record as tables: for each list its columns and rows, as spreadsheets, databases and data frames take them.

A row names its article in its first columns. What an item holds in lists is joined into one cell; what of other objects
it refers to is their id and their name.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from extractor.article import well_formed
from extractor.record import Date, Event, Figure, Mention, Organization, Person, Place, Quote, Record

Cell = str | int | float | bool | None
Kind = Literal["text", "integer", "real", "boolean"]
Names = Mapping[str, str]
"""The name of each person and organization, by id."""


class Table(NamedTuple):
    """A list's table: its columns with their kinds, and the function that gives the cells of an item."""

    columns: Mapping[str, Kind]
    cells: Callable[..., tuple[Cell, ...]]


ARTICLE: Mapping[str, Kind] = MappingProxyType(
    {"article": "text", "source": "text", "published": "text", "title": "text"}
)


def _columns(text: str) -> Mapping[str, Kind]:
    kinds: dict[str, Kind] = {"i": "integer", "r": "real", "b": "boolean"}
    pairs = (word.partition(":") for word in text.split())
    return MappingProxyType({name: kinds.get(kind, "text") for name, _, kind in pairs})


def _mentions(mentions: list[Mention]) -> tuple[Cell, ...]:
    """How many, and where: "12-18 40-42"."""
    return len(mentions), " ".join(f"{each.start}-{each.end}" for each in mentions)


def _person(each: Person, _names: Names) -> tuple[Cell, ...]:
    return each.id, each.name, "; ".join(each.titles), "; ".join(each.roles), *_mentions(each.mentions), each.rule


def _organization(each: Organization, _names: Names) -> tuple[Cell, ...]:
    return each.id, each.name, each.acronym, each.kind, *_mentions(each.mentions), each.rule


def _place(each: Place, _names: Names) -> tuple[Cell, ...]:
    where = (each.kind, each.country, each.admin1, each.lat, each.lon, each.geonames_id)
    return each.id, each.name, *where, *_mentions(each.mentions), each.rule


def _figure(each: Figure, names: Names) -> tuple[Cell, ...]:
    source = each.attributed_to
    given = (source.text, source.entity, names.get(source.entity or "")) if source else (None, None, None)
    measured = (
        each.kind,
        each.value,
        each.low,
        each.high,
        each.bound,
        each.trend,
        each.unit,
        each.unit_text,
        each.noun,
    )
    links = (each.person, each.hypothetical, " ".join(each.same_as), " ".join(each.conflicts_with))
    ends = (each.sentence.start, each.sentence.end)
    return each.id, each.start, each.end, each.text, *measured, each.role, *given, *links, *ends, each.rule


def _quote(each: Quote, _names: Names) -> tuple[Cell, ...]:
    speaker, cue = each.speaker, each.cue
    who = (speaker.name, speaker.text, speaker.type, speaker.entity) if speaker else (None,) * 4
    how = (cue.text, cue.lemma, cue.stance) if cue else (None,) * 3
    first, last = each.spans[0] if each.spans else None, each.spans[-1] if each.spans else None
    ends = (first.start if first else None, last.end if last else None)
    sentence = (each.sentence.start, each.sentence.end)
    return each.id, *ends, each.kind, each.text, *who, *how, each.no_speaker, *sentence, each.rule


def _date(each: Date, _names: Names) -> tuple[Cell, ...]:
    return each.id, each.start, each.end, each.text, each.type, each.value, each.earliest, each.latest, each.rule


def _event(each: Event, _names: Names) -> tuple[Cell, ...]:
    tolls = "; ".join(
        f"{one.role} {one.bound} {one.value if one.value is not None else f'{one.low}-{one.high}'}"
        + (f" ({one.source.text})" if one.source else "")
        for one in each.tolls
    )
    when = (each.date, each.earliest, each.latest)
    return each.id, each.kind, each.main, each.place, *when, tolls, " ".join(each.figures), each.rule


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "people": Table(_columns("id name titles roles mentions:i offsets rule"), _person),
        "organizations": Table(_columns("id name acronym kind mentions:i offsets rule"), _organization),
        "places": Table(
            _columns("id name kind country admin1 lat:r lon:r geonames_id:i mentions:i offsets rule"), _place
        ),
        "figures": Table(
            _columns(
                "id start:i end:i text kind value:r low:r high:r bound trend unit unit_text noun role attributed_to "
                "attributed_to_id attributed_to_name person hypothetical:b same_as conflicts_with sentence_start:i "
                "sentence_end:i rule"
            ),
            _figure,
        ),
        "quotes": Table(
            _columns(
                "id start:i end:i kind text speaker speaker_text speaker_type speaker_id cue cue_lemma stance "
                "no_speaker sentence_start:i sentence_end:i rule"
            ),
            _quote,
        ),
        "events": Table(_columns("id kind main:b place date earliest latest tolls figures rule"), _event),
        "dates": Table(_columns("id start:i end:i text type value earliest latest rule"), _date),
    }
)


def columns(name: str) -> dict[str, Kind]:
    """The columns of a list's table, those of the article before them."""
    return {**ARTICLE, **TABLES[name].columns}


def rows(record: Record, name: str) -> Iterator[dict[str, Cell]]:
    """The rows of one of the record's lists, an item a row: every string is Unicode without NUL."""
    article = (record.id, record.source, record.published, record.title)
    names = {each.id: each.name for each in record.people} | {each.id: each.name for each in record.organizations}
    table = TABLES[name]
    for item in getattr(record, name):
        cells = (*article, *table.cells(item, names))
        yield {key: clean(cell) for key, cell in zip((*ARTICLE, *table.columns), cells, strict=True)}


def clean(cell: Cell) -> Cell:
    """The cell; in a text NUL and unpaired surrogates, which databases cut off or refuse, as U+FFFD."""
    return well_formed(cell).replace("\0", "\ufffd") if isinstance(cell, str) else cell


def number(cell: Cell, kind: Kind) -> Cell:
    """The cell as databases can hold it: numbers of 64 bits, None for one that is beyond."""
    if isinstance(cell, bool) or not isinstance(cell, int):
        return cell
    if kind == "real":
        return float(cell) if abs(cell) < 1e308 else None
    return cell if abs(cell) < 2**63 else None
