"""Names that the base model did not see at all: behind a title, with a first name, or with a word that tells."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.symbols import ADP, PROPN

from extractor.pipes.names.boundaries import is_abbreviation, trimmed
from extractor.pipes.names.entities import person, without_titles, without_trade
from extractor.pipes.names.page import (
    HYPHENS,
    POSSESSIVES,
    Candidate,
    Page,
    is_border,
    is_initial,
    is_name_word,
)
from extractor.pipes.names.titles import title_row, titles_before
from extractor.syntax.columns import columns

Titles = tuple[tuple[int, int], ...]
SAINTS = frozenset({"St.", "St", "Saint"})
ACRONYM = 5
"""Letters of the longest acronym; longer words in capitals are a headline's."""


def unseen(page: Page, at: Sequence[int]) -> Iterator[Candidate]:
    """Names without an entity: behind a title, and those that begin with a first name; `at` is where names stand."""
    proper = np.nonzero(page.doc.to_array("POS") == PROPN)[0].tolist()
    done = -1
    yield from _towns(page, at)
    for index in proper:
        if index < done or not _may_open(page, at, index):
            continue
        if (named := _named(page, index) or _of_kind(page, index)) is not None:
            yield named
            continue
        titles, _ = titles_before(page, index)
        for candidate in _people(page, index, titles):
            if titles or _is_full(page, candidate):
                done = candidate.end
                yield candidate


def _towns(page: Page, at: Sequence[int]) -> Iterator[Candidate]:
    """Towns on the map, of one word, where hardly anything else stands: "Councillors in Whitstable have voted"."""
    for index in columns(page.doc).capitals:
        if at[index] < 0 and index and _stands_as_town(page, index) and page.lexicon.is_town(page.texts[index].lower()):
            yield Candidate(index, index + 1, "")


def _stands_as_town(page: Page, index: int) -> bool:
    """Whether a lone word that the base model passed over, or took for a people, stands where a town does.

    What is taken for a people and is none ("He sailed to Sulu") may stand behind any preposition.
    """
    if not is_name_word(page.texts[index]) or not _ends_alone(page, index + 1):
        return False
    inside, token = page.texts[index - 1] in page.lexicon.words.inner, page.doc[index]
    if token.ent_iob_ == "O":
        return inside
    lone = token.ent_iob_ == "B" and (index + 1 == len(page.texts) or page.doc[index + 1].ent_iob_ != "I")
    return bool(lone and token.ent_type_ == "NORP" and token.pos == PROPN and page.doc[index - 1].pos == ADP)


def _ends_alone(page: Page, end: int) -> bool:
    """Whether nothing goes on behind a lone word: neither a name nor a number nor "of" ("in Best of 2010")."""
    if is_border(page, end):
        return True
    text = page.texts[end]
    return not (is_name_word(text) or text[0].isdigit() or text in page.lexicon.words.genitives)


def _may_open(page: Page, at: Sequence[int], index: int) -> bool:
    """Whether a name that nobody saw may begin here: where none stands, or at a word that tells."""
    text = page.texts[index]
    telling = text in page.lexicon.heads or text in page.lexicon.openers
    return (at[index] < 0 or telling) and is_name_word(text) and text not in page.lexicon.titles


def _people(page: Page, index: int, titles: Titles) -> Iterator[Candidate]:
    """The person's name that begins here behind titles, or with a first name or an initial."""
    text = page.texts[index]
    if titles and title_row(page, *titles[-1]).title in SAINTS:
        return
    short = index + 1 < len(page.texts) and page.texts[index + 1] in page.lexicon.words.short_surnames
    if titles or short or text.lower() in page.lexicon.given or (is_initial(text) and not is_abbreviation(page, index)):
        yield from person(page, index, index + 1, "")


def _named(page: Page, index: int) -> Candidate | None:
    """The name that ends with a word that says what is named ("Calder Initiative"), begins with one ("Wadi Arvela") or
    stands alone and is known ("Gazprom")."""
    texts, text = page.texts, page.texts[index]
    before = _is_led(page, index)
    after = index + 1 < len(texts) and not is_border(page, index + 1) and is_name_word(texts[index + 1])
    if before and not after and _is_head(page, index):
        return _headed(page, index)
    if before:
        return None
    if text in page.lexicon.openers and (end := _opened(page, index)) > index:
        return Candidate(index, end, "")
    known = text in page.lexicon.known or text in page.lexicon.governments
    return Candidate(index, index + 1, "") if known and not after else None


def _is_led(page: Page, index: int) -> bool:
    """Whether a word of a name, or the official whose office it is, stands before the word."""
    before = index > 0 and is_name_word(page.texts[index - 1]) and page.starts[index] not in page.borders
    return before or _with_official(page, index) < index


def _is_head(page: Page, index: int) -> bool:
    """Whether the word says what is named; "the MSF Head of Mission" is a man."""
    head, text = page.lexicon.heads.get(page.texts[index]), page.texts[index]
    if head is None or head.kind == "none":
        return False
    return text.lower() not in page.lexicon.nouns or page.texts[index + 1 : index + 2] != ["of"]


def _opened(page: Page, index: int) -> int:
    """Where the name ends that its first word opens: "Wadi Arvela", "Banco do Arvela"; `index` where none does."""
    at = index + 1
    if at < len(page.texts) and page.texts[at] in page.lexicon.particles:
        at += 1
    named = at < len(page.texts) and not is_border(page, at) and is_name_word(page.texts[at])
    if not named or page.doc[at].pos != PROPN:
        return index
    at += 1
    while page.lexicon.openers[page.texts[index]].kind == "organization" and _goes_on(page, at):
        at += 1  # "Transportes Sol Andino"
    return at


def _goes_on(page: Page, at: int) -> bool:
    """Whether the word goes on with the name of a body that its first word opens."""
    if at >= len(page.texts) or is_border(page, at) or not is_name_word(page.texts[at]):
        return False
    noun = page.texts[at].lower() in page.lexicon.nouns or page.texts[at] in page.lexicon.titles
    return page.doc[at].pos == PROPN and page.doc[at - 1].dep_ == "compound" and not noun


def _of_kind(page: Page, index: int) -> Candidate | None:
    """The name beside a noun for its kind: "the charity Full Plate", "the ACV union", "the railway, SNCB"."""
    texts, kinds = page.texts, page.lexicon.words.organization_kinds
    if not _is_first(page, index) or (texts[index].isupper() and len(texts[index]) > ACRONYM):
        return None
    end = index + 1
    while end < len(texts) and page.doc[end].pos == PROPN and is_name_word(texts[end]) and not is_border(page, end):
        end += 1
    before = texts[index - 2] if texts[index - 1] == "," and texts[index].isupper() else texts[index - 1]
    behind = end < len(texts) and texts[end] in kinds and texts[index - 1] in page.lexicon.words.definite
    return Candidate(index, end, "") if before in kinds or behind else None


def _is_first(page: Page, index: int) -> bool:
    """Whether the token is the first of its name, and the base model saw none."""
    if index < 2 or page.starts[index] in page.borders:
        return False
    return not is_name_word(page.texts[index - 1]) and not page.doc[index].ent_type


def _headed(page: Page, index: int) -> Candidate | None:
    """The name in capitals that ends with the word; None for "President Oscar Marsh"."""
    texts, start = page.texts, _with_official(page, index)
    while start > 0 and is_name_word(texts[start - 1]) and page.doc[start - 1].pos_ == "PROPN":
        if texts[start - 1].lower() in page.lexicon.words.former:
            break  # "Former Calder County"
        if is_abbreviation(page, start - 1) and texts[start].lower() in page.lexicon.given:
            break  # "She spoke at the U.N. Peter Hall listened."
        named = texts[start].lower() in page.lexicon.given or (
            start < index and texts[index].lower() in page.lexicon.surnames
        )
        if texts[start - 1] in page.lexicon.titles and named:
            return None  # "Commissioner Ajit Marsh"
        start -= 1
        if page.starts[start] in page.borders:
            break
        start = _over_hyphen(page, start)
    start = _with_other(page, start, texts[index])
    start, _ = without_titles(page, *trimmed(page, start, index + 1))
    start = without_trade(page, start, index + 1)
    return Candidate(start, index + 1, "") if start < index else None


def _over_hyphen(page: Page, start: int) -> int:
    """Where the word begins that a hyphen ties to what stands before: "Linn-Mar"."""
    tied = start > 1 and page.texts[start - 1] in HYPHENS and not page.doc[start - 1].whitespace_
    return start - 2 if tied and is_name_word(page.texts[start - 2]) else start


def _with_official(page: Page, index: int) -> int:
    """The official whose office it is, with a name before it: "Iowa State Auditor's Office"; else the word itself."""
    texts, at = page.texts, index - 2
    if at < 1 or texts[index] not in page.lexicon.words.bureaus or texts[index - 1] not in POSSESSIVES:
        return index
    official = texts[at] in page.lexicon.titles or texts[at].lower() in page.lexicon.nouns
    led = is_name_word(texts[at - 1]) and page.starts[at] not in page.borders
    return at if official and led and is_name_word(texts[at]) else index


def _with_other(page: Page, start: int, head: str) -> int:
    """Where the name begins of a police force of two counties: "Avon and Somerset Police"."""
    if start < 2 or page.texts[start - 1] not in page.lexicon.words.joints:
        return start
    honoured = page.texts[start].lower() in page.lexicon.given and page.texts[start - 2].lower() in page.lexicon.given
    honoured = honoured and start > 2 and page.texts[start - 3].lower() in page.lexicon.words.definite
    if head.lower() not in page.lexicon.words.forces and not honoured:
        return start  # "the Donald and Ruth Keller Heart Center"
    return start - 2 if is_name_word(page.texts[start - 2]) and page.starts[start] not in page.borders else start


def _is_full(page: Page, candidate: Candidate) -> bool:
    """Whether a name that the base model did not see has a first name and a surname."""
    words = [text for text in page.texts[candidate.start : candidate.end] if text.isalpha()]
    return len(words) > 1 and words[-1] not in page.lexicon.heads
