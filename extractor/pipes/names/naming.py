"""From the article to its names: candidates, votes, recurrences, and what the frame forbids."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from spacy.tokens import Doc

from extractor.annotations import (
    DESCRIPTIONS,
    FRAME,
    PARAGRAPHS,
    KnownOrganization,
    Name,
    PersonName,
    Region,
    Stretch,
    TitleAt,
    regions_of,
    within,
)
from extractor.annotations import text_of as whole_text
from extractor.pipes.names import enumerations, noted, rows
from extractor.pipes.names.arbiter import (
    Cast,
    decide_full,
    decide_single,
    kind_here,
    known_as,
    observed,
    without_pairs,
)
from extractor.pipes.names.ballots import Mention, is_single
from extractor.pipes.names.candidates import candidates
from extractor.pipes.names.couples import shared_surnames, with_others
from extractor.pipes.names.descriptions import of_pronouns, role_at
from extractor.pipes.names.evidence import label_kind
from extractor.pipes.names.headlines import shortened
from extractor.pipes.names.lexicon import Government, Lexicon, Seat
from extractor.pipes.names.page import Page, text_of
from extractor.pipes.names.parts import parts
from extractor.pipes.names.recurrence import recurring
from extractor.pipes.names.sides import is_of_sport, sides, unseen_sides
from extractor.pipes.names.titles import title_row
from extractor.pipes.names.weights import Kind
from extractor.syntax.columns import columns
from extractor.vocabulary import Gender, NameKind

KINDS: Mapping[str, NameKind] = MappingProxyType({kind: kind for kind in get_args(NameKind)})
GENDERS: Mapping[str, Gender] = MappingProxyType({gender: gender for gender in get_args(Gender)})


def names(doc: Doc, lexicon: Lexicon) -> list[Name]:
    """The names of an article, in order, none overlapping another."""
    if not len(doc):
        DESCRIPTIONS.put(doc, [])
        return []
    words = columns(doc)
    borders = frozenset((*(paragraph["start"] for paragraph in PARAGRAPHS.of(doc)), *_behind_datelines(doc)))
    page = Page(doc, whole_text(doc), words.texts, borders, lexicon, words.starts, words.ends)
    found = with_others(page, candidates(page))
    headlines = regions_of(doc, "title", "heading")
    found = rows.titled(page, shortened(page, shared_surnames(page, found), headlines))
    mentions = rows.described(page, observed(page, found))
    enumerations.vote(page, mentions)
    full, cast = decide_full(page, mentions)
    cast = known_as(page, mentions, full.kinds, cast)
    mentions, found = without_pairs(page, mentions, cast)
    if cast.full or cast.teams or any(candidate.found == "spelled out" for candidate in found):
        mentions += observed(page, recurring(page, found, cast))
    single = decide_single(page, mentions, cast, full.kinds)
    kinds = full.kinds | single.kinds
    if cast.lone:
        mentions += observed(page, recurring(page, [mention.candidate for mention in mentions], cast))
    shown = _shown(page, mentions)
    here = [kind_here(page, mention, kinds[mention.key], cast) for mention in shown]
    shown, here, teams_here = _with_sides(page, mentions, shown, here)
    noted.decisions(page, shown, here, full.ballots | single.ballots)
    decided = [
        _side(page, mention) if mention.candidate.start in teams_here else _name(page, mention, kind, cast, headlines)
        for mention, kind in zip(shown, here, strict=True)
    ]
    DESCRIPTIONS.put(doc, of_pronouns(page))
    named = [name for name in (*decided, *publisher(doc)) if name is not None and not _is_credit(page, name)]
    return sorted(named, key=lambda name: name["start"])


def _behind_datelines(doc: Doc) -> Iterator[int]:
    """Where the text begins behind a dateline: in "TARVE, Estovia - Voters" nobody is called Estovia Voters."""
    starts = columns(doc).starts
    for region in regions_of(doc, "dateline"):
        at = bisect_left(starts, region["end"])
        yield from starts[at : at + 1]


def _with_sides(
    page: Page, mentions: list[Mention], shown: list[Mention], kinds: list[Kind]
) -> tuple[list[Mention], list[Kind], dict[int, str]]:
    """The mentions and kinds, teams that are called as their places being organizations, and where these begin."""
    if not is_of_sport(page):
        return shown, kinds, {}
    unseen = _shown(page, observed(page, unseen_sides(page, mentions)))
    both = [*shown, *unseen]
    place: Kind = "place"
    found = sides(page, both, [*kinds, *(place for _ in unseen)])
    kept = [mention for index, mention in enumerate(both) if mention.candidate.start in found or index < len(shown)]
    told = dict(zip((mention.candidate.start for mention in shown), kinds, strict=True))
    return kept, ["organization" if (at := one.candidate.start) in found else told[at] for one in kept], found


def _side(page: Page, mention: Mention) -> Name:
    """The name of a team that is called as its place."""
    stretch = _stretch(page, mention.candidate.start, mention.candidate.end)
    return {
        "start": stretch["start"],
        "end": stretch["end"],
        "kind": "organization",
        "titles": [],
        "rule": "names/sports.csv:team",
        "label": mention.candidate.label,
        "stands_for": "team",
    }


def _shown(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions that stand neither in furniture nor in a header."""
    hidden = regions_of(page.doc, "furniture", "header")
    return [mention for mention in mentions if not within(hidden, page.starts[mention.candidate.start])]


def _is_credit(page: Page, name: Name) -> bool:
    """Whether it is the agency of a dateline, which is no part of what it reports."""
    return name["kind"] == "organization" and within(regions_of(page.doc, "dateline"), name["start"])


def publisher(doc: Doc) -> list[Name]:
    """The publisher where the header names it: all else in a header is no name of the article."""
    wanted = FRAME.of(doc)["publisher"]
    text = whole_text(doc) if wanted else ""
    for region in regions_of(doc, "header"):
        start = text.find(wanted, region["start"], region["end"]) if wanted else -1
        if start >= 0 and wanted:
            return [
                {
                    "start": start,
                    "end": start + len(wanted),
                    "kind": "organization",
                    "titles": [],
                    "rule": region["rule"],
                }
            ]
    return []


def _name(page: Page, mention: Mention, kind: Kind, cast: Cast, page_titles: list[Region]) -> Name | None:
    candidate = mention.candidate
    if kind == "none" or _names_a_group(page, mention, kind):
        return None
    in_headline = kind == "person" and within(page_titles, page.starts[candidate.start])
    if in_headline and _only_in_headline(page, mention, cast):
        return None
    stretch = _stretch(page, candidate.start, candidate.end)
    text = text_of(page, candidate.start, candidate.end)
    kind = _speaking(page, mention, text, kind, cast)
    name: Name = {
        "start": stretch["start"],
        "end": stretch["end"],
        "kind": KINDS[kind],
        "titles": [],
        "rule": _rule(page, mention, text, kind),
        "label": candidate.label,
    }
    if kind == "person":
        kept = candidate.titles or candidate.shared if not mention.described.former else ()
        name["titles"] = [_title(page, *title) for title in kept]
        name["person"] = _person(page, mention, " ".join(page.text[name["start"] : name["end"]].split()))
    elif kind == "organization" and (known := _known(page, text)) is not None:
        name["known"] = known
    if _government(page, text, kind) is not None:
        name["stands_for"] = "government"
    return name


def _known(page: Page, text: str) -> KnownOrganization | None:
    """What the tables know of an organization of this name, seats of power and capitals among them."""
    if text in page.lexicon.known:
        return page.lexicon.known[text][0]
    if _government(page, text, "organization") is not None:
        return {"name": text, "acronym": None, "kind": "government"}
    return None


def _government(page: Page, text: str, kind: Kind) -> Seat | Government | None:
    """The row of a place that stands for its government: of a capital only where it is taken for one here."""
    if kind == "organization" and text in page.lexicon.known:
        return None
    seat = page.lexicon.seats.get(text.lower())
    return seat or (page.lexicon.governments.get(text) if kind == "organization" else None)


def _speaking(page: Page, mention: Mention, text: str, kind: Kind, cast: Cast) -> Kind:
    """The kind of a seat of power or of a capital: an organization where it speaks, a place otherwise. A seat that acts
    anywhere on the page is one throughout: a list that has it twice helps nobody.
    """
    if kind == "organization" and text.lower() in page.lexicon.seats:
        return kind if mention.key in cast.acting else "place"
    if kind == "place" and mention.evidence.speaks and text in page.lexicon.governments:
        return "organization"
    return kind


def _only_in_headline(page: Page, mention: Mention, cast: Cast) -> bool:
    """Whether a lone word stands in a headline, where words have capitals ("Rust Belt and Bush"), and nowhere else."""
    key = mention.key
    alone = is_single(page, mention.candidate) and not mention.candidate.titles
    return alone and key not in cast.surnames and key not in cast.given and key not in cast.lone


def _names_a_group(page: Page, mention: Mention, kind: Kind) -> bool:
    """Whether a surname names a family ("the Oruche brothers")."""
    end = mention.candidate.end
    if kind == "place" or end >= len(page.texts) or mention.candidate.titles:
        return False
    known = text_of(page, mention.candidate.start, end) in page.lexicon.known
    return page.texts[end].lower() in page.lexicon.groups and is_single(page, mention.candidate) and not known


def _stretch(page: Page, start: int, end: int) -> Stretch:
    last = page.doc[end - 1]
    stop = last.idx + len(last.text)
    # The full stop of "Jr." and "Ave." may be a token of its own.
    short = f"{last.text}."
    dotted = page.text[stop : stop + 1] == "." and (short in page.lexicon.suffixes or short in page.lexicon.heads)
    return {"start": page.starts[start], "end": stop + dotted}


def _rule(page: Page, mention: Mention, text: str, kind: Kind) -> str:
    """What decided: a table's row where one speaks, else the base model's label, else the article's other names."""
    lexicon = page.lexicon
    if kind == "organization" and text in lexicon.known:
        return lexicon.known[text][1]
    if (seat := _government(page, text, kind)) is not None:
        return seat.rule
    head = lexicon.heads.get(text.rsplit(maxsplit=1)[-1])
    if head is not None and head.kind == kind:
        return head.rule
    label = mention.candidate.label
    if kind == "person" and mention.candidate.titles:
        return title_row(page, *mention.candidate.titles[-1]).rule
    if label_kind(label) == kind:
        return f"base:{label}"
    return "names:article" if not label else f"names:article({label})"


def _title(page: Page, start: int, end: int) -> TitleAt:
    stretch, row = _stretch(page, start, end), title_row(page, start, end)
    return {
        "start": stretch["start"],
        "end": stretch["end"],
        "text": row.one or text_of(page, start, end),
        "gender": GENDERS.get(row.gender),
    }


def _person(page: Page, mention: Mention, text: str) -> PersonName:
    lexicon, candidate = page.lexicon, mention.candidate
    split = parts(candidate.full or text, lexicon)
    told = [title_row(page, *title).gender for title in candidate.titles]
    if not {"f", "m"} & set(told):
        told += [noun.gender for noun in mention.described.nouns]
    firm = {gender for gender in told if gender in {"f", "m"}} if not candidate.couple else set()
    first = lexicon.given.get(split.given[0].lower(), "") if split.given else ""
    gender = GENDERS.get(next(iter(firm)) if len(firm) == 1 else first if not firm else "")
    return {
        "full": split.full,
        "given": split.given,
        "surname": split.surname,
        "suffix": split.suffix,
        "nickname": split.nickname,
        "other": candidate.other,
        "roles": [role_at(page, role) for role in mention.described.roles],
        "gender": gender,
        "firm": len(firm) == 1,
        "couple": candidate.couple,
        "kin": any(noun.kind == "kin" for noun in mention.described.nouns),
    }
