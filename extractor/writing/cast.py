"""Who is in the article, and who said what: the cards of people, organizations and quotes."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from extractor.record import Organization, Person, Quote, Record
from extractor.writing.marks import LETTERS


class Member(NamedTuple):
    """A person or an organization: the name, descriptions, how often mentioned and quoted."""

    label: str
    name: str
    described: tuple[str, ...]
    mentions: int
    quotes: int
    rule: str


class Said(NamedTuple):
    """A quote: its words, the reporting expression with its stance, and its kind."""

    label: str
    text: str
    cue: str
    stance: str
    kind: str
    rule: str


class Speech(NamedTuple):
    """All that one speaker said; `label` is the speaker's own, empty where the article names none."""

    label: str
    name: str
    quotes: list[Said]


def people(record: Record) -> list[Member]:
    """The people, in order of first mention."""
    quoted = _quoted(record)
    return [_member("people", number, each, quoted) for number, each in enumerate(record.people, start=1)]


def organizations(record: Record) -> list[Member]:
    """The organizations, in order of first mention."""
    quoted = _quoted(record)
    return [_member("organizations", number, each, quoted) for number, each in enumerate(record.organizations, start=1)]


def _quoted(record: Record) -> Counter[str]:
    """How often each id is quoted."""
    return Counter(quote.speaker.entity for quote in record.quotes if quote.speaker and quote.speaker.entity)


def _member(name: str, number: int, each: Person | Organization, quoted: Counter[str]) -> Member:
    if isinstance(each, Person):
        described = (*each.titles, *each.roles)
    else:
        acronym = each.acronym if each.acronym != each.name else None
        described = tuple(part for part in (acronym, (each.kind or "").replace("_", " ")) if part)
    return Member(f"{LETTERS[name]}{number}", each.name, described, len(each.mentions), quoted[each.id], each.rule)


def speeches(record: Record, labels: Mapping[str, str], only: Collection[str]) -> list[Speech]:
    """The quotes by speaker, speakers in order of first speech."""
    groups: dict[str, Speech] = {}
    for number, quote in enumerate(record.quotes, start=1):
        key, name, label = _speaker(quote, labels)
        shown = label if label and _list_of(label) in only else ""
        groups.setdefault(key, Speech(shown, name, [])).quotes.append(_said(quote, number))
    return list(groups.values())


def _list_of(label: str) -> str:
    return next(name for name, letter in LETTERS.items() if letter == label[0])


def _speaker(quote: Quote, labels: Mapping[str, str]) -> tuple[str, str, str]:
    """What a quote is grouped by, the group's heading, and the speaker's label."""
    if quote.speaker is None:
        reason = f"no speaker ({quote.no_speaker})" if quote.no_speaker else "no speaker"
        return f"-{reason}", reason, ""
    label = labels.get(quote.speaker.entity or "", "")
    words = quote.speaker.text
    return label or f"~{words.casefold()}", quote.speaker.name or words, label


def _said(quote: Quote, number: int) -> Said:
    cue = quote.cue
    words = cue.text if cue and any(map(str.isalpha, cue.text)) else ""  # the colon of a transcript is no word
    return Said(f"Q{number}", quote.text, words, cue.stance if cue else "", quote.kind, quote.rule)
