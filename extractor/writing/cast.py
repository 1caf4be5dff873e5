"""Who is in the article, and who said what: the cards of people, organizations and quotes."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from extractor.record import Organization, Quote, Record
from extractor.writing import amounts
from extractor.writing.marks import LETTERS, labels
from extractor.writing.sureness import Sure, sure


class Member(NamedTuple):
    """A person or an organization: the name, descriptions, age, how often mentioned and quoted; `about` are the labels
    of the organizations that a person is of."""

    label: str
    name: str
    described: tuple[str, ...]
    age: str
    mentions: int
    quotes: int
    about: tuple[str, ...]
    rule: str
    sure: Sure


class Said(NamedTuple):
    """A quote: its words, the reporting expression with its stance, and its kind; of a fragment of a sentence also what
    stands `before` and `after` it there."""

    label: str
    text: str
    before: str
    after: str
    cue: str
    stance: str
    kind: str
    rule: str
    sure: Sure


class Speech(NamedTuple):
    """All that one speaker said; `label` is the speaker's own, empty where the article names none. `described` is what
    the speaker is in few words, `named` whether the article has a name for the speaker, or any words (2, 1, 0)."""

    label: str
    name: str
    described: str
    named: int
    quotes: list[Said]


FRAGMENT = 6
"""Words that a quotation has at most to be a fragment, whose sentence says what it is about."""
NOBODY: Mapping[str, str] = {
    "passive": "it was said, by whom is not told",
    "headline": "a headline",
    "no cue": "no reporting words beside it",
    "ambiguous": "more than one could be meant",
    "several": "several speak",
    "unnamed": "not named",
}
"""Why there is no speaker, in words."""


def people(record: Record) -> list[Member]:
    """The people, in order of first mention."""
    quoted, ages = _quoted(record), _ages(record)
    known = labels(record)
    return [
        Member(
            f"P{number}",
            each.name,
            (*each.titles, *each.roles),
            ages.get(each.id, ""),
            len(each.mentions),
            quoted[each.id],
            tuple(known[ident] for ident in each.organizations if ident in known),
            each.rule,
            sure(each),
        )
        for number, each in enumerate(record.people, start=1)
    ]


def organizations(record: Record) -> list[Member]:
    """The organizations, in order of first mention."""
    quoted = _quoted(record)
    return [
        Member(
            f"O{number}",
            each.name,
            _kind(each),
            "",
            len(each.mentions),
            quoted[each.id],
            (),
            each.rule,
            sure(each),
        )
        for number, each in enumerate(record.organizations, start=1)
    ]


def _quoted(record: Record) -> Counter[str]:
    """How often each id is quoted."""
    return Counter(quote.speaker.entity for quote in record.quotes if quote.speaker and quote.speaker.entity)


def _ages(record: Record) -> dict[str, str]:
    """The age of each person as the article writes it first."""
    aged = [each for each in record.figures if each.kind == "age" and each.person]
    return {each.person: amounts.amount(each) for each in reversed(aged) if each.person}


def _kind(each: Organization) -> tuple[str, ...]:
    acronym = each.acronym if each.acronym != each.name else None
    kind = "" if each.kind == "other" else (each.kind or "").replace("_", " ")
    return tuple(part for part in (acronym, kind) if part)


def speeches(record: Record, known: Mapping[str, str], only: Collection[str]) -> list[Speech]:
    """The quotes by speaker: those with a name first, then those with a description, then what nobody is known to have
    said; of each the direct quotes before the reported ones, all else in the order of the text."""
    groups: dict[str, Speech] = {}
    described = {each.label: each.described for each in (*people(record), *organizations(record))}
    for number, quote in enumerate(record.quotes, start=1):
        key, speech = _speech(quote, known, described, only)
        groups.setdefault(key, speech).quotes.append(_said(quote, number, record))
    for speech in groups.values():
        speech.quotes.sort(key=lambda said: said.kind == "indirect")
    return sorted(groups.values(), key=lambda speech: -speech.named)


def _list_of(label: str) -> str:
    return next(name for name, letter in LETTERS.items() if letter == label[0])


def _speech(
    quote: Quote, known: Mapping[str, str], described: Mapping[str, tuple[str, ...]], only: Collection[str]
) -> tuple[str, Speech]:
    """What a quote is grouped by, and the group as yet without quotes."""
    if quote.speaker is None:
        reason = NOBODY.get(quote.no_speaker or "", quote.no_speaker or "")
        name = f"Speaker unknown: {reason}" if reason else "Speaker unknown"
        return f"-{name}", Speech("", name, "", 0, [])
    label = known.get(quote.speaker.entity or "", "")
    words = quote.speaker.text
    if quote.speaker.type == "pronoun" and not label:
        return f"~{words.casefold()}", Speech("", f"“{words}”: not known who", "", 0, [])
    shown = label if label and _list_of(label) in only else ""
    named = 2 if label or quote.speaker.type == "name" else 1
    about = ", ".join(described.get(label, ()))
    return label or f"~{words.casefold()}", Speech(shown, quote.speaker.name or words, about, named, [])


def _said(quote: Quote, number: int, record: Record) -> Said:
    cue = quote.cue
    words = cue.text if cue and any(map(str.isalpha, cue.text)) else ""  # the colon of a transcript is no word
    before, after = _around(quote, record.text or "")
    return Said(
        label=f"Q{number}",
        text=quote.text,
        before=before,
        after=after,
        cue=words,
        stance=cue.stance if cue else "",
        kind=quote.kind,
        rule=quote.rule,
        sure=sure(quote),
    )


def _around(quote: Quote, text: str) -> tuple[str, str]:
    """The rest of the sentence that a fragment stands in; nothing of a quotation that says all by itself."""
    bare = quote.text.lstrip("\"'“‘«„ ")
    short = len(bare.split()) <= FRAGMENT or (quote.kind == "direct" and bare[:1].islower())
    if quote.kind == "indirect" or not short or len(quote.spans) != 1:
        return "", ""
    sentence, span = quote.sentence, quote.spans[0]
    if not 0 <= sentence.start <= span.start < span.end <= sentence.end <= len(text):
        return "", ""
    return text[sentence.start : span.start], text[span.end : sentence.end]
