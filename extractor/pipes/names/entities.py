"""What may be a name of what the base model calls one: its entities with repaired boundaries, titles off."""

from collections.abc import Iterator

from spacy.symbols import PERSON
from spacy.tokens import Span

from extractor.pipes.names.boundaries import is_abbreviation, pieces, trimmed, with_land, with_partner, with_rest
from extractor.pipes.names.dedications import dedicated
from extractor.pipes.names.growth import grown
from extractor.pipes.names.page import (
    HYPHENS,
    OTHER_LABELS,
    PLACE_LABELS,
    Candidate,
    Page,
    is_border,
    is_initial,
    is_name_word,
    text_of,
)
from extractor.pipes.names.phrases import noun_at
from extractor.pipes.names.titles import is_first_initial, title_row, titles_before

TRADE = 2
"""Words of a name that may be all of it: "Investor AB"."""
LABELS = PLACE_LABELS | OTHER_LABELS | {"PERSON", "ORG"}


def of_base(page: Page) -> Iterator[Candidate]:
    """A candidate for each part of an entity that may be a name."""
    for entity in page.doc.ents:
        label = entity.label_
        if label == "PERSON":
            yield from _people(page, entity)
        elif label in LABELS:
            yield from _others(page, entity)


def _people(page: Page, entity: Span) -> Iterator[Candidate]:
    for start, end in pieces(page, entity.start, entity.end, person=True):
        if end == start + 1 and is_abbreviation(page, start):
            yield Candidate(start, end, "GPE" if page.texts[start].lower() in page.lexicon.places else "ORG")
            continue
        yield from person(page, *without_titles(page, *trimmed(page, start, end)), "PERSON")


def person(page: Page, start: int, end: int, label: str) -> Iterator[Candidate]:
    """The candidate of a person's name that is trimmed: grown, without titles; nothing where no word is left."""
    if start >= end:
        return
    start, end = without_titles(page, *grown(page, start, end))
    end = _without_caption(page, start, end)
    if (whole := dedicated(page, start, end)) is not None:
        yield whole
        return
    if start < end and (partner := with_partner(page, end)) > end and _is_firm(page, partner):
        yield Candidate(start, partner, "ORG", found="legal form")
        return
    legal = "".join(page.texts[end : end + 3])
    if "/" in legal and legal in page.lexicon.heads:
        yield Candidate(start, end + 3, "ORG", found="legal form")
        return
    if start < end and not _is_common(page, start, end):
        titles, couple = titles_before(page, start)
        yield Candidate(start, end, label, titles, couple)


def _is_firm(page: Page, end: int) -> bool:
    """Whether a name of partners ends like a firm's: "Roberts & Co.", not "Video: Miharris & Acphillips"."""
    last = page.texts[end - 1]
    head = page.lexicon.heads.get(last) or page.lexicon.heads.get(f"{last}.")
    return head is not None and head.kind == "organization"


def _without_caption(page: Page, start: int, end: int) -> int:
    """Without a word of a caption or credit that was taken for the surname ("Ahmed Mohamed Image: ...")."""
    head = page.lexicon.heads.get(page.texts[end - 1]) if end - start > 2 else None
    caption = head is not None and head.kind == "none" and page.texts[start].lower() in page.lexicon.given
    return end - 1 if caption else end


def _is_common(page: Page, start: int, end: int) -> bool:
    """Whether it is a title or noun rather than a name ("Mr. President", "Chief Executive", "Dad", "Eng" of "Eng.")."""
    text = text_of(page, start, end)
    if text in page.lexicon.titles or f"{text}." in page.lexicon.titles:
        return True
    if not any(len(word) > 1 and not is_initial(word) for word in page.texts[start:end]) or "&" in text:
        return True
    lone = end - start == 1
    if lone and (text.lower() in page.lexicon.nouns or text.lower() in {"executive", "guest"}):
        return True
    following = page.texts[end] if end < len(page.texts) else ""
    return lone and following in page.lexicon.titles and not is_border(page, end)


LONGEST_TITLE = 8
"""Tokens of a title: "Gen. Gen. Gen." without end would be looked through from each of them to its end."""


def _title_end(page: Page, start: int, end: int) -> int | None:
    """Where the longest title ends that begins here, with something behind it."""
    if is_first_initial(page, start):
        return None
    stops = range(min(end - 1, start + LONGEST_TITLE), start, -1)
    titles = page.lexicon.titles
    return next((n for n in stops if text_of(page, start, n) in titles and page.texts[n] not in HYPHENS), None)


def without_titles(page: Page, start: int, end: int) -> tuple[int, int]:
    """Without the titles that the base model left on ("Tsar Peter"); the first names Earl and Dean are none."""
    while (stop := _title_end(page, start, end)) is not None:
        text = text_of(page, start, stop).lower()
        if end - stop == 1 and text in page.lexicon.given and page.texts[stop] not in page.lexicon.particles:
            return start, end
        start = stop
    first, second = (text.lower() for text in page.texts[start : start + 2]) if end - start > 1 else ("", "")
    described = first in page.lexicon.groups or (end - start > 2 and first in page.lexicon.nouns)
    if (
        described
        and first not in page.lexicon.given
        and (second in page.lexicon.given or page.doc[start].ent_type == PERSON)
    ):
        return start + 1, end  # "YouTuber Julien Solomita", "Brothers Ethan"; not "Fan Expo Canada"
    return start, end


def _others(page: Page, entity: Span) -> Iterator[Candidate]:
    label = entity.label_
    if label == "LANGUAGE":
        return
    if label == "ORG" and text_of(page, *trimmed(page, entity.start, entity.end)) in page.lexicon.known:
        yield Candidate(*trimmed(page, entity.start, entity.end), label)
        return
    for part in pieces(page, entity.start, entity.end, person=False):
        start, end = trimmed(page, *part)
        if start == end:
            continue
        if (whole := dedicated(page, *without_titles(page, start, end))) is not None:
            yield whole
            return
        if label in PLACE_LABELS:
            yield from _place(page, start, with_rest(page, _whole_place(page, start, end)), label)
        elif label != "ORG" or end - start > 1 or not _is_generic(page, start, end):
            yield from _other(page, start, _whole_thing(page, start, end), label)


def _whole_thing(page: Page, start: int, end: int) -> int:
    """Where what the tables know ends: "Formula" of "Formula One"."""
    if end >= len(page.texts) or is_border(page, end) or text_of(page, start, end + 1) not in page.lexicon.things:
        return end
    return end + 1


def _place(page: Page, start: int, end: int, label: str) -> Iterator[Candidate]:
    titles, _ = titles_before(page, start)
    if start and page.starts[start] not in page.borders and _is_field(page, start - 1):
        yield Candidate(start - 1, end, "ORG")
    elif "." in page.texts[end - 1]:
        yield Candidate(start, end, label)
    elif titles and title_row(page, *titles[-1]).kind == "clergy":
        yield Candidate(titles[-1][0], end, label)  # "St. Petersburg"
    else:
        yield from _other(page, start, end, label)


def _is_field(page: Page, index: int) -> bool:
    """Whether the word in capitals makes a body of the land behind it: "Birds Australia"."""
    text = page.texts[index]
    return is_name_word(text) and text.lower() in page.lexicon.words.fields and page.doc[index].dep_ == "compound"


def _other(page: Page, start: int, end: int, label: str) -> Iterator[Candidate]:
    """The candidate of what the base model calls no person, which may be one all the same."""
    start = _with_first(page, without_trade(page, start, end), end) if label == "ORG" else start
    if _looks_personal(page, start, end, label):
        yield from person(page, *without_titles(page, start, end), label)
        return
    titles, couple = titles_before(page, start)
    if titles:
        yield from person(page, start, end, label)
    elif label != "NORP":
        end = with_partner(page, _without_office(page, start, end))
        end = with_land(page, end) if label == "ORG" else end
        yield Candidate(start, _with_number(page, start, end), label, (), couple)


def without_trade(page: Page, start: int, end: int) -> int:
    """Without what it is, which has its capital from the beginning of the sentence: "Investor Cevian Capital"."""
    noun = noun_at(page, start)
    opens = page.doc[start].is_sent_start and text_of(page, start, end) not in page.lexicon.known
    return start + 1 if opens and noun is not None and noun.kind == "role" and end - start > TRADE else start


def _with_first(page: Page, start: int, end: int) -> int:
    """With the first name that the base model left before a double surname: "Reka Varga-Lukacs"."""
    double = end - start == 3 and page.texts[start + 1] in HYPHENS
    if not double or not start or page.starts[start] in page.borders:
        return start
    first = page.texts[start - 1]
    return start - 1 if is_name_word(first) and first.lower() in page.lexicon.given else start


def _with_number(page: Page, start: int, end: int) -> int:
    """Where the name ends of what is told apart by a number: "Intermediate School 285"."""
    if end >= len(page.texts) or is_border(page, end) or page.texts[end - 1].lower() not in page.lexicon.words.numbered:
        return end
    return end + 1 if page.texts[end].isdigit() and end - start > 1 else end


def _without_office(page: Page, start: int, end: int) -> int:
    """Where the organization ends of which an office is named: "State Department Spokesperson"."""
    while end - start > 1 and text_of(page, start, end) not in page.lexicon.known:
        noun, title = noun_at(page, end - 1), page.lexicon.titles.get(page.texts[end - 1])
        head = page.lexicon.heads.get(page.texts[end - 2])
        office = (title is not None and title.kind == "office") or (head is not None and head.kind == "organization")
        if noun is None or noun.kind != "role" or not office:
            break
        end -= 1
    return end


def _whole_place(page: Page, start: int, end: int) -> int:
    """Where the place ends that the tables know as a longer one: "Burkina" of "Burkina Faso"."""
    if end >= len(page.texts) or is_border(page, end) or not is_name_word(page.texts[end]):
        return end
    return end + 1 if text_of(page, start, end + 1).lower() in page.lexicon.places else end


def _opens_a_name(page: Page, index: int) -> bool:
    """Whether what the base model calls a place is a first name, and the next word, a place to it too, the surname."""
    if index + 1 >= len(page.texts) or is_border(page, index + 1) or not is_name_word(page.texts[index + 1]):
        return False
    token, text = page.doc[index], page.texts[index].lower()
    if text not in page.lexicon.given or text in page.lexicon.places or page.texts[index + 1] in page.lexicon.heads:
        return False
    return token.dep_ in {"compound", "nmod"} and token.head.i == index + 1 and page.doc[index + 1].pos_ == "PROPN"


def _is_generic(page: Page, start: int, end: int) -> bool:
    """Whether a lone word says what is named and names nothing ("the Company", "Transport Secretary")."""
    text = page.texts[start]
    following = page.texts[end] if end < len(page.texts) else ""
    return text not in page.lexicon.known and (text in page.lexicon.heads or following in page.lexicon.titles)


def _looks_personal(page: Page, start: int, end: int, label: str) -> bool:
    """Whether what the base model gives another label begins with a title or, of two words or more, a first name."""
    words = [text for text in page.texts[start:end] if text.isalpha() or is_initial(text)]
    if len(words) < 2:
        if label in PLACE_LABELS:
            return end - start == 1 and _opens_a_name(page, start)
        return any(text_of(page, start, stop) in page.lexicon.titles for stop in range(start + 1, end))
    if _is_impersonal(page, text_of(page, start, end), words):
        return False
    if words[0].lower() in page.lexicon.given or words[0] in page.lexicon.particles:
        return True
    return label not in PLACE_LABELS and without_titles(page, start, end) != (start, end)


def _is_impersonal(page: Page, name: str, words: list[str]) -> bool:
    """Whether a name of several words is a place's, a firm's ("Ernst & Young") or a work's ("Alice in Wonderland")."""
    if name.lower() in page.lexicon.places or words[-1] in page.lexicon.heads or "&" in name:
        return True
    return any(word.islower() and word not in page.lexicon.particles and word != "the" for word in words)
