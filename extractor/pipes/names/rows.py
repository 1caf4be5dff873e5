"""People named in a row who share a title or a description: "Reps. Peter Hall of Maryland and Ann Stone of Ohio",
"solicitors Vincent Marsh and Philip Dahl", "community leaders like Tory Dahl, Ana Ruiz and Ines Calder".
"""

from collections.abc import Iterable, Sequence

from extractor.pipes.names.ballots import Mention
from extractor.pipes.names.page import Candidate, Page, is_name_word
from extractor.pipes.names.titles import title_row

WIDEST = 10
"""Tokens between two names of a row: "of New South Wales, and"."""
CLOSING = {"(": ")", "[": "]"}


def titled(page: Page, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, those that follow one with a title in the plural having it too: "Sens. Hall, Stone and Dahl"."""
    ordered, previous = sorted(found), None
    for index, candidate in enumerate(ordered):
        if candidate.titles:
            previous = candidate if title_row(page, *candidate.titles[-1]).one else None
        elif previous is not None and _may_share(page, candidate) and _in_row(page, previous, candidate):
            ordered[index] = previous = candidate._replace(shared=previous.shared or previous.titles)
        elif not _is_home(page, candidate):
            previous = None
    return ordered


def _may_share(page: Page, candidate: Candidate) -> bool:
    """Whether a name behind a title in the plural may be a person's: seen as one, or a surname alone ("Stone")."""
    return candidate.label in {"PERSON", ""} or page.texts[candidate.end - 1].lower() in page.lexicon.surnames


def described(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that follow one that is described in the plural having its description too."""
    ordered = sorted(mentions, key=lambda mention: mention.candidate.start)
    previous: Mention | None = None
    for index, mention in enumerate(ordered):
        several = tuple(role for role in mention.described.roles if role.plural)
        if several:
            previous = mention
        elif previous is not None and _in_row(page, previous.candidate, mention.candidate):
            shared = tuple(role for role in previous.described.roles if role.plural)
            about = mention.described._replace(roles=(*shared, *mention.described.roles))
            ordered[index] = previous = mention._replace(described=about)
        elif not _is_home(page, mention.candidate):
            previous = None
    return ordered


def _is_home(page: Page, candidate: Candidate) -> bool:
    """Whether the name says where the person before it is from: "Hall of Maryland", "Hall (R-Ohio)"."""
    return candidate.start > 0 and page.texts[candidate.start - 1] in {*page.lexicon.words.genitives, *CLOSING}


def _in_row(page: Page, one: Candidate, other: Candidate) -> bool:
    """Whether between two names there is nothing but commas, "and", where the first is from, and brackets."""
    between = page.texts[one.end : other.start]
    if not between or len(between) > WIDEST or page.starts[other.start] in page.borders:
        return False
    at, joined = 0, False
    while at < len(between):
        text = between[at]
        if text in CLOSING:
            at = between.index(CLOSING[text], at) if CLOSING[text] in between[at:] else len(between)
        elif text in page.lexicon.words.genitives or text in page.lexicon.words.local:
            while at + 1 < len(between) and is_name_word(between[at + 1]):
                at += 1
        elif text == "," or text in page.lexicon.words.joints:
            joined = True
        else:
            return False
        at += 1
    return joined
