"""Teams that are called as the place that they play for: "Brazil beat Italy 2-1", "Texas's lead over Seattle".

Only a page of sport has them, and not everywhere: "the Leeds striker was hurt in Leeds". So each mention is looked at
by itself, and those of which nothing tells follow the others of their name, unless they stand where places do.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from extractor.pipes.names.ballots import Mention
from extractor.pipes.names.page import (
    HYPHENS,
    POSSESSIVES,
    Candidate,
    Page,
    folded,
    is_border,
    is_initial,
    is_name_word,
    text_of,
)
from extractor.pipes.names.sports import Sports, is_about_sport
from extractor.pipes.names.weights import Kind
from extractor.syntax.words import small_runs

SCORE = re.compile(r"\d{1,3}(?:-\d{1,3})?")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENING = frozenset({"(", "["})
STOPS = frozenset({".", "!", "?", "\n"})
LINES = frozenset({":", "-", "–", "—"})
OPENERS = STOPS | {":", ")"}
"""What stands behind a team and before it where its players are listed."""
WORDS = 3
"""Words of a place's name at most."""
LOST = 4
"""Tokens before "over" in which a victory is looked for."""
OWNED = 5
"""Tokens behind a possessive in which what is owned is looked for."""

Cue = Callable[[Page, Sports, Mention], bool]


def is_of_sport(page: Page) -> bool:
    """Whether the page is about sport, so that its places may be teams."""
    return is_about_sport(page.text, small_runs(page.text), page.lexicon.sports)


def sides(page: Page, mentions: Sequence[Mention], kinds: Sequence[Kind]) -> dict[int, str]:
    """{where a mention begins: the cue} of the mentions that name teams by their places."""
    sports = page.lexicon.sports
    may_be = [
        mention
        for mention, kind in zip(mentions, kinds, strict=True)
        if _is_of_row(mention, kind) or _may_be(page, mention, kind)
    ]
    found: dict[int, str] = {}
    for mention in may_be:
        if (cue := next((name for name, holds in CUES if holds(page, sports, mention)), None)) is not None:
            found[mention.candidate.start] = cue
    _follow(page, may_be, found, _towns(page, mentions))
    return found


def _is_of_row(mention: Mention, kind: Kind) -> bool:
    """Whether it stands in a row of results, and is no player's surname in a scorecard."""
    return mention.candidate.found == "row of results" and (kind != "person" or " " in mention.key)


def _may_be(page: Page, mention: Mention, kind: Kind) -> bool:
    """Whether a place is named, what the tables have for one, or an organization of which they know nothing."""
    start, end = mention.candidate.start, mention.candidate.end
    if mention.candidate.titles:
        return False
    if kind == "organization" and mention.key not in page.lexicon.places:
        return text_of(page, start, end) not in page.lexicon.known and page.texts[end - 1] not in page.lexicon.heads
    town = kind == "none" and page.lexicon.is_town(mention.key)
    return kind == "place" or town or mention.key in page.lexicon.places


def _towns(page: Page, mentions: Sequence[Mention]) -> set[str]:
    """The beginnings of the known teams' names on the page: "New York" of "New York Yankees"."""
    found = set[str]()
    for mention in mentions:
        entry = page.lexicon.known.get(text_of(page, mention.candidate.start, mention.candidate.end))
        words = mention.key.split() if entry is not None and entry[0]["kind"] == "team" else ()
        found |= {" ".join(words[:length]) for length in range(1, len(words))}
    return found


def _follow(page: Page, mentions: Sequence[Mention], found: dict[int, str], towns: set[str]) -> None:
    """Those that are listed with a team, and those of a team's name that do not stand where places do."""
    ordered = sorted(mentions, key=lambda mention: mention.candidate.start)
    for before, after in pairwise(ordered):
        joint = page.texts[before.candidate.end : after.candidate.start]
        if len(joint) == 1 and joint[0] in page.lexicon.words.joints and not _is_local(page, before):
            cue = found.get(before.candidate.start) or found.get(after.candidate.start)
            for mention in (before, after) if cue is not None else ():
                found.setdefault(mention.candidate.start, "listed with a team")
    named = {mention.key for mention in ordered if mention.candidate.start in found} | towns
    for mention in ordered:
        if mention.key in named and not _is_local(page, mention):
            found.setdefault(mention.candidate.start, "named as a team elsewhere")


def _is_local(page: Page, mention: Mention) -> bool:
    """Whether it stands where places do: "in Leeds", "(Italy)", "Birmingham, England", "HERZLIYA, Israel"."""
    start, end = mention.candidate.start, mention.candidate.end
    if mention.evidence.local or _text(page, start - 1) in OPENING:
        return True
    if _is_dateline(page, start, end):
        return True
    behind = _text(page, end) == "," and _text(page, end + 1).lower() in page.lexicon.places
    before = _text(page, start - 1) == "," and _is_place(page, _text(page, start - 2))
    return behind or before


def _is_place(page: Page, text: str) -> bool:
    """Whether a word is a place's: known, or a dateline's in capitals."""
    return text.lower() in page.lexicon.places or (text.isupper() and page.lexicon.is_town(text.lower()))


def _is_dateline(page: Page, start: int, end: int) -> bool:
    """ "LONDON (Reuters)", "COLOMBO, Aug. 30", "DUBLIN 1996-08-30": a town in capitals that a paragraph or a sentence
    begins with, and nothing of a sentence behind it.
    """
    opens = start == 0 or page.starts[start] in page.borders or _text(page, start - 1) in STOPS
    behind = _text(page, end)
    goes_on = (behind.isalpha() and behind[0].isupper()) or bool(SCORE.fullmatch(behind))
    return opens and page.texts[start].isupper() and not goes_on


def _text(page: Page, at: int) -> str:
    return page.texts[at] if 0 <= at < len(page.texts) else ""


def _lemma(page: Page, at: int) -> str:
    return page.doc[at].lemma_.lower() if 0 <= at < len(page.texts) else ""


def _in_results(_: Page, __: Sports, mention: Mention) -> bool:
    return mention.candidate.found == "row of results"


def _scores(page: Page, _: Sports, mention: Mention) -> bool:
    """ "England 2", "Sri Lanka 292-8": a figure right behind it, though not in brackets or behind "in"."""
    end, before = mention.candidate.end, _text(page, mention.candidate.start - 1)
    if before in page.lexicon.words.genitives:  # "Peter Nicol of Scotland 15-10"
        return False
    return not _is_local(page, mention) and not is_border(page, end) and bool(SCORE.fullmatch(_text(page, end)))


def _does(page: Page, sports: Sports, mention: Mention) -> bool:
    """ "Belgium won", "ENGLAND BEAT MOLDOVA", not "Jessica Pegula of the United States beat ..."."""
    candidate = mention.candidate
    if _is_home(page, candidate.start) or _is_local(page, mention) or is_border(page, candidate.end):
        return False
    root = page.doc[candidate.end - 1]
    if root.dep_ in SUBJECTS and root.head.lemma_.lower() in sports.deeds:
        return True
    return _lemma(page, candidate.end) in sports.beats


def _is_home(page: Page, start: int) -> bool:
    """Whether it says where a player is from: behind a name and "of"."""
    at = start - 1
    while at > 0 and _text(page, at).lower() in page.lexicon.words.definite:
        at -= 1
    return at > 0 and _text(page, at) in page.lexicon.words.genitives and is_name_word(_text(page, at - 1))


def _is_beaten(page: Page, sports: Sports, mention: Mention) -> bool:
    """ "beat Moldova", not "beat Spain's Paula Badosa"."""
    end = mention.candidate.end
    if _text(page, end) in POSSESSIVES and is_name_word(_text(page, end + 1) or "."):
        return False
    return _lemma(page, mention.candidate.start - 1) in sports.beats


def _is_met(page: Page, sports: Sports, mention: Mention) -> bool:
    """ "against Kent", "a lead over Seattle", "India v Zimbabwe", "lost to Kent"."""
    start, end = mention.candidate.start, mention.candidate.end
    before = _text(page, start - 1).lower()
    if _text(page, end) in POSSESSIVES and is_name_word(_text(page, end + 1) or "."):
        return False  # "against India's Leander Paes"
    if before in sports.over:
        told = {page.texts[at].lower() for at in range(max(0, start - 1 - LOST), start - 1)}
        return not told.isdisjoint(sports.belongings)
    return before in sports.versus or (before == "to" and _lemma(page, start - 2) in sports.deeds)


def _has(page: Page, sports: Sports, mention: Mention) -> bool:
    """ "Texas's lead", "the England captain", "Milan and Italy striker"."""
    at = mention.candidate.end
    if is_border(page, at):
        return False
    if _text(page, at) not in POSSESSIVES:
        word = _text(page, at).lower()
        if _text(page, at + 1) in HYPHENS:
            word = "-".join((word, _text(page, at + 2).lower()))
        return word in sports.belongings
    for text in page.texts[at + 1 : at + OWNED]:
        if text.lower() in sports.belongings:
            return True
        if not text[0].isalnum():
            break
    return False


def _is_played_for(page: Page, sports: Sports, mention: Mention) -> bool:
    """ "homered for Cleveland", "who played for Milan"."""
    start = mention.candidate.start
    if start < 2 or _text(page, start - 1).lower() != "for":
        return False
    head = page.doc[start - 1].head
    told = {head.lemma_.lower(), head.text.lower()}
    return bool(told & (sports.deeds | sports.sport | sports.belongings))


def _lines_up(page: Page, _: Sports, mention: Mention) -> bool:
    """ "Scotland: Andrew Goram, Craig Burley": the players behind a colon."""
    start, end = mention.candidate.start, mention.candidate.end
    opens = start == 0 or page.texts[start - 1] in OPENERS or page.starts[start] in page.borders
    following = _text(page, end + 1)
    if not opens or _text(page, end) not in LINES or not following:
        return False
    told = following.lower()
    listed = told in page.lexicon.given or told in page.lexicon.sports.belongings or is_initial(following)
    return (is_name_word(following) and listed) or bool(SCORE.fullmatch(following))


def _is_called(page: Page, _: Sports, mention: Mention) -> bool:
    """ "the Tigers", "RANGERS BEAT INDIANS": a known team's nickname behind the article, or in a headline."""
    start = mention.candidate.start
    articled = _text(page, start - 1).lower() in page.lexicon.words.definite
    return mention.key in page.lexicon.teams and (articled or page.texts[start].isupper())


CUES: tuple[tuple[str, Cue], ...] = (
    ("in a row of results", _in_results),
    ("before a score", _scores),
    ("does what teams do", _does),
    ("is beaten", _is_beaten),
    ("is met", _is_met),
    ("has what teams have", _has),
    ("is played for", _is_played_for),
    ("lines up", _lines_up),
    ("is called by its nickname", _is_called),
)
"""What tells that a team is meant, the surest first."""


def unseen_sides(page: Page, mentions: Sequence[Mention]) -> list[Candidate]:
    """What the tables have for a place, or the page for a team, where no name was seen: "ENGLAND BEAT MOLDOVA"."""
    taken = {at for mention in mentions for at in range(mention.candidate.start, mention.candidate.end)}
    rows = {one.key for one in mentions if one.candidate.found == "row of results" or one.key in page.lexicon.places}
    rows |= {one.key for one in mentions if one.evidence.label == "place" or page.lexicon.is_town(one.key)}
    found, at = list[Candidate](), 0
    while at < len(page.texts):
        end = at + 1
        if at not in taken and is_name_word(page.texts[at]):
            end = _longest(page, at, taken, rows)
            if end > at:
                found.append(Candidate(at, end, ""))
        at = max(end, at + 1)
    return found


def _longest(page: Page, at: int, taken: set[int], rows: set[str]) -> int:
    """Where the longest name of a place or of a team of the page's results ends that begins here; `at` for none."""
    for end in range(min(at + WORDS, len(page.texts)), at, -1):
        name = folded(text_of(page, at, end))
        known = name in page.lexicon.places or name in rows or _is_town(page, at, end) or _is_nickname(page, at, end)
        if known and taken.isdisjoint(range(at, end)):
            return end
    return at


def _is_nickname(page: Page, at: int, end: int) -> bool:
    """Whether the word is how papers call a known team: "the Tigers", "RANGERS BEAT INDIANS"."""
    return end == at + 1 and page.texts[at].lower() in page.lexicon.teams


def _is_town(page: Page, at: int, end: int) -> bool:
    """Whether one word that the tagger has for a name is a town on the map."""
    return end == at + 1 and page.doc[at].pos_ == "PROPN" and page.lexicon.is_town(page.texts[at].lower())
