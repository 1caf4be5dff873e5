"""A record in words: for each list the rows of its table, as plain strings that are safe to show.

What a row leaves out (offsets, rules, ids) is in the JSON; what it shows, it shows whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from extractor.record import Date, Figure, Organization, Person, Place, Quote, Record
from extractor.writing.safe import visible

Row = tuple[str, ...]
BOUNDS = {"=": "", "~": "~", ">": ">", ">=": "≥", "<": "<", "<=": "≤"}
TRENDS = {"up": "↑", "down": "↓"}


def header(record: Record) -> list[str]:
    """The lines under the headline: who printed it and when, where it was filed, who wrote it, what was read."""
    dateline = record.dateline.text if record.dateline else ""
    origin, day = record.anchor.origin, record.anchor.date
    anchor = f"dates count from {day} ({origin})" if day and origin != "none" else "no date to count from"
    printed = _joined(" · ", [record.publisher or "", record.published or "", dateline])
    made = _joined(" · ", [record.byline or "", record.source or "", "" if record.error else anchor])
    return [line for line in (printed, made) if line]


def people(record: Record) -> list[Row]:
    """Name, titles and roles, how often mentioned and quoted."""
    quoted = Counter(quote.speaker.entity for quote in record.quotes if quote.speaker)
    return [_person(person, quoted[person.id]) for person in record.people]


def _person(person: Person, quoted: int) -> Row:
    described = _joined(", ", [*person.titles, *person.roles])
    return visible(person.name), described, _joined(", ", [numbered(len(person.mentions), "mention"), _some(quoted)])


def organizations(record: Record) -> list[Row]:
    """Name with acronym, kind, how often mentioned and quoted."""
    quoted = Counter(quote.speaker.entity for quote in record.quotes if quote.speaker)
    return [_organization(each, quoted[each.id]) for each in record.organizations]


def _organization(each: Organization, quoted: int) -> Row:
    name = f"{each.name} ({each.acronym})" if each.acronym and each.acronym != each.name else each.name
    kind = (each.kind or "").replace("_", " ")
    return visible(name), kind, _joined(", ", [numbered(len(each.mentions), "mention"), _some(quoted)])


def places(record: Record) -> list[Row]:
    """Name, what and where it is, coordinates, how often mentioned."""
    return [_place(place) for place in record.places]


def _place(place: Place) -> Row:
    where = _joined(", ", [(place.kind or "").replace("admin1", "state or province"), place.country or "unresolved"])
    point = "" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    return visible(place.name), where, point, numbered(len(place.mentions), "mention")


def figures(record: Record) -> list[Row]:
    """Amount with its bound, what it measures, role, according to whom; a contradicting figure is named after a ≠."""
    names = {person.id: person.name for person in record.people} | {each.id: each.name for each in record.organizations}
    amounts = {figure.id: amount(figure) for figure in record.figures}
    return [_figure(figure, names, amounts) for figure in record.figures]


def _figure(figure: Figure, names: Mapping[str, str], amounts: Mapping[str, str]) -> Row:
    source = figure.attributed_to
    giver = "" if source is None else names.get(source.entity or "", source.text)
    role = _joined(" ", ["perhaps" if figure.hypothetical else "", figure.role or ""])
    others = [f"≠ {amounts[other]}" for other in figure.conflicts_with if other in amounts]
    return amounts[figure.id], measured(figure), _joined(", ", [role, *others]), visible(giver)


def amount(figure: Figure) -> str:
    """The value behind its sign, such as "≥ 20" or "12–120"; the article's words where that cannot be."""
    ends = [figure.value] if figure.value is not None else [figure.low, figure.high]
    known = [number(end) for end in ends if end is not None and abs(end) < 1e15]
    values = f"{BOUNDS[figure.bound]} {'–'.join(known)}"
    return _joined(" ", [TRENDS.get(figure.trend or "", ""), values if len(known) == len(ends) else figure.text])


def extent(value: float | None, low: float | None, high: float | None, bound: str) -> str:
    """A value, or two ends, behind the sign of the bound; "?" where there are none."""
    known = [number(end) for end in ([value] if value is not None else [low, high]) if end is not None]
    return f"{BOUNDS[bound]} {'–'.join(known) or '?'}".strip()


def number(value: float) -> str:
    """Digits in groups of three."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def measured(figure: Figure) -> str:
    """Unit and noun: "% jobless rate", "militants"; for a count the unit is the noun."""
    unit, noun = figure.unit_text or figure.unit or "", figure.noun or ""
    return visible(noun or unit) if figure.kind == "count" or unit in noun else _joined(" ", [unit, noun])


def dates(record: Record) -> list[Row]:
    """The expression, its TIMEX3 value, and the days that the value spans where it does not say so itself."""
    return [_date(each) for each in record.dates]


def _date(each: Date) -> Row:
    ends = [end for end in (each.earliest, each.latest) if end]
    days = "" if ends in ([each.value] * 2, []) else " to ".join(dict.fromkeys(ends))
    return visible(each.text), visible(each.value or "no value"), visible(days)


def speeches(record: Record) -> Iterator[tuple[str, list[Row]]]:
    """Each speaker, in order of first speech, with the quotes: the text, and behind it the cue and the kind."""
    groups: dict[str, tuple[str, list[Row]]] = {}
    for quote in record.quotes:
        key, name = _speaker(quote)
        said = _joined(", ", [quote.cue.text if quote.cue else "", quote.kind])
        groups.setdefault(key, (name, []))[1].append((visible(quote.text), said))
    yield from groups.values()


def _speaker(quote: Quote) -> tuple[str, str]:
    """What a quote is grouped by, and the group's heading: the entity's name, else the words of the article."""
    if quote.speaker is None:
        reason = f"no speaker ({visible(quote.no_speaker)})" if quote.no_speaker else "no speaker"
        return reason, reason
    words = visible(quote.speaker.text)
    return quote.speaker.entity or words.casefold(), visible(quote.speaker.name or words)


TABLES: Mapping[str, Callable[[Record], list[Row]]] = MappingProxyType(
    {"people": people, "organizations": organizations, "places": places, "figures": figures, "dates": dates}
)


def _joined(separator: str, parts: Iterable[str]) -> str:
    """What there is of the parts, made safe."""
    return separator.join(shown for shown in map(visible, parts) if shown)


def _some(quotes: int) -> str:
    return numbered(quotes, "quote") if quotes else ""


def numbered(number: int, noun: str) -> str:
    """Number and noun: "1 quote", "1,200 quotes"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
