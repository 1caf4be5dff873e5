"""The one arbiter: every name is decided once for the whole article, by the votes of all its mentions.

"Higuchi" is an organization to the base model nine times out of ten; one "Ichiyō Higuchi" makes all of them a person.
Full names are decided first, then single words, which may be the surname of one of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from extractor.pipes.names.ballots import Ballot, Mention, counted, is_single
from extractor.pipes.names.descriptions import described
from extractor.pipes.names.evidence import evidence
from extractor.pipes.names.page import Candidate, Page, folded, text_of
from extractor.pipes.names.weights import Kind

LONE_AT_LEAST = 1.1
"""Below this a word that occurs once and that the base model alone calls a person is left out ("Stoker (2013)")."""
SURE = 1.5
"""From here a full name is sure enough that its surname and first name are looked for elsewhere."""
ENDING = 3
"""Words of a name of which more make the last two a name of their own: "Suu Kyi" of "Aung San Suu Kyi"."""
PAIR = 3
"""Tokens of two surnames and what joins them."""
ARTICLES = frozenset({"al", "el"})
"""What a surname is told without now and then: "Khalid al-Rawahi", "Rawahi"."""
NAMED: frozenset[Kind] = frozenset({"organization", "place"})


class Verdicts(NamedTuple):
    """What was decided: {name: kind}, and the ballots by which it was."""

    kinds: dict[str, Kind]
    ballots: dict[str, Ballot]


class Cast(NamedTuple):
    """The names that are people's and how sure they are: surnames and first names of full ones, those of one word."""

    surnames: dict[str, float]
    given: dict[str, float]
    full: dict[str, float]
    lone: dict[str, float]
    vessels: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()

    def enter(self, key: str, words: Sequence[str], score: float) -> None:
        """Note a person's full name; `words` are those of it that are neither particles nor "Jr."."""
        article, _, bare = words[-1].partition("-")
        for surname in (words[-1], bare) if article in ARTICLES and len(bare) > 3 else (words[-1],):
            self.surnames[surname] = max(self.surnames.get(surname, 0.0), score)
        self.given[words[0]] = max(self.given.get(words[0], 0.0), score)
        self.full[key] = score

    def drop(self, key: str) -> None:
        """Forget a full name that turned out to be no person's."""
        self.full.pop(key, None)
        self.surnames.pop(key.rsplit(maxsplit=1)[-1], None)
        self.given.pop(key.split(maxsplit=1)[0], None)


def observed(page: Page, found: list[Candidate]) -> list[Mention]:
    """The candidates with their descriptions and evidence."""
    mentions = []
    for candidate in found:
        about = described(page, candidate)
        key = folded(text_of(page, candidate.start, candidate.end))
        mentions.append(Mention(candidate, key, about, evidence(page, candidate, about)))
    return mentions


def decide_full(page: Page, mentions: list[Mention]) -> tuple[Verdicts, Cast]:
    """The kinds of the names of two words or more, and the people among them."""
    verdicts, cast = Verdicts({}, {}), Cast({}, {}, {}, {})
    ends: dict[str, float] = {}
    for key, group in _grouped(mentions).items():
        if is_single(page, group[0].candidate):
            continue
        ballot = verdicts.ballots[key] = counted(page, group)
        verdicts.kinds[key] = ballot.winner
        score, words = ballot.scores["person"], _core(page, key)
        if ballot.winner == "person" and score >= SURE and len(words) > 1:
            cast.enter(key, words, score)
            if len(words) > ENDING and key.endswith(end := " ".join(words[-2:])):
                ends[end] = score
    _follow_longer(page, verdicts.kinds, cast)
    for end, score in ends.items():
        verdicts.kinds.setdefault(end, "person")
        cast.full.setdefault(end, score)
    for key in verdicts.kinds:
        words = [word for word in key.split() if word not in page.lexicon.particles]
        if len(words) == 1 and words[0] in cast.surnames:
            verdicts.kinds[key] = "person"  # "De la Cruz" where Ramon de la Cruz is known
    return verdicts, cast


def _core(page: Page, key: str) -> list[str]:
    """The words of a folded name without particles and generation."""
    left_out = page.lexicon.particles | page.lexicon.generations
    return [word for word in key.split() if word not in left_out]


def _follow_longer(page: Page, kinds: dict[str, Kind], cast: Cast) -> None:
    """ "Calder Vale" without a first name in it is what "Calder Vale Rovers" is."""
    longer = {" ".join(key.split()[:-1]): kind for key, kind in kinds.items() if kind in NAMED}
    for key, kind in kinds.items():
        if kind == "person" and key in longer and key.split()[0] not in page.lexicon.given:
            kinds[key] = longer[key]
            cast.drop(key)


def _shared(page: Page, kinds: dict[str, Kind]) -> dict[str, Kind]:
    """{first word: kind} of the places and organizations of several words: "Tayi" of "Tayi River"."""
    found: dict[str, Kind] = {}
    for key, kind in kinds.items():
        first = key.split()[0]
        if kind == "organization" and page.lexicon.is_town(first):
            continue  # "Canterbury" of "Canterbury City Council"
        if kind in NAMED and first not in page.lexicon.given and len(first) > 3:
            found.setdefault(first, kind)
    return found


def known_as(page: Page, mentions: list[Mention], kinds: dict[str, Kind], cast: Cast) -> Cast:
    """The cast with what else the page knows by its last word, or has acting."""
    return cast._replace(vessels=_vessels(page, mentions), teams=_teams(page, kinds), acting=_acting(page, mentions))


def without_pairs(page: Page, mentions: list[Mention], cast: Cast) -> tuple[list[Mention], list[Candidate]]:
    """The mentions and their candidates without what joins two people of the cast."""
    kept = [mention for mention in mentions if not _is_pair(page, mention.candidate, cast)]
    return kept, [mention.candidate for mention in kept]


def _is_pair(page: Page, candidate: Candidate, cast: Cast) -> bool:
    """Whether what looks like one name is two people's of the article: "Hall and Banks" of Tom Hall and Luke Banks."""
    start = candidate.start
    if candidate.end - start != PAIR or page.texts[start + 1] not in page.lexicon.words.joints:
        return False
    return all(folded(page.texts[at]) in cast.surnames for at in (start, start + 2))


def _firms(page: Page, kinds: dict[str, Kind]) -> frozenset[str]:
    """The first words of companies' full names: "Tilbury" of "Tilbury Group"; a country's is its own."""
    named = (key.split() for key, kind in kinds.items() if kind == "organization")
    firsts = {words[0] for words in named if len(words) > 1 and words[-1] in page.lexicon.words.firms}
    return frozenset(firsts - page.lexicon.places)


def decide_single(page: Page, mentions: list[Mention], cast: Cast, full: dict[str, Kind]) -> Verdicts:
    """The kinds of the names of one word, given the kinds of the full names."""
    verdicts = Verdicts({}, {})
    shared, firms = _shared(page, full), _firms(page, full)
    for key, group in _grouped(mentions).items():
        if not is_single(page, group[0].candidate):
            continue
        ballot = verdicts.ballots[key] = counted(page, group)
        titled = sum(bool(mention.candidate.titles) for mention in group) / len(group)
        if key in page.lexicon.places and titled:
            # "the first African-American Senator Georgia has elected": one title does not make a state a person.
            ballot.add("known place with a title now and then", 1 - titled)
        if key in firms and not any(mention.evidence.local for mention in group):
            ballot.add("begins a firm's name")
        _follow_cast(ballot, key, group, cast, shared)
        score, verdicts.kinds[key] = ballot.scores["person"], ballot.winner
        if ballot.winner == "person" and score < LONE_AT_LEAST and len(group) == 1:
            verdicts.kinds[key] = "none"
        if verdicts.kinds[key] == "person" and (len(group) > 1 or score > SURE):
            cast.lone[key] = score
    return verdicts


def _follow_cast(ballot: Ballot, key: str, group: list[Mention], cast: Cast, shared: dict[str, Kind]) -> None:
    """Count what the article's full names say of a lone word that is part of one."""
    if key in cast.teams and all(mention.evidence.articled for mention in group):
        ballot.add("ends a longer name")
    if key in cast.surnames:
        _add_surname(ballot, group)
    elif key[:-1] in cast.surnames and key.endswith("s") and all(mention.evidence.articled for mention in group):
        ballot.add("people of that surname")
    elif key in cast.given:
        ballot.add("first name of the cast")
    elif key in shared and (shared[key] == "place" or ballot.scores["place"] < 0.5):
        ballot.add(f"begins a longer name: {shared[key]}")


def _add_surname(ballot: Ballot, group: list[Mention]) -> None:
    """Count that a full name of the article ends so; then "Hall" names no hall by itself ("Hall and Banks met")."""
    ballot.add("surname of the cast")
    if "last word alone" in ballot.grounds and not any(mention.evidence.articled for mention in group):
        ballot.add("last word alone", -1)


def kind_here(page: Page, mention: Mention, kind: Kind, cast: Cast) -> Kind:
    """The kind at this mention, where the place and the person of one name stand in one article ("in Washington")."""
    known_place = mention.key in page.lexicon.places
    if cast.vessels and _is_vessel(page, mention, cast):
        return "none"
    if kind == "person" and known_place and mention.evidence.local and mention.evidence.label == "place":
        return "place"
    named = mention.key in cast.surnames or mention.key in cast.given
    if kind == "place" and named and (mention.candidate.titles or mention.evidence.human):
        return "person"
    return kind


def _vessels(page: Page, mentions: list[Mention]) -> frozenset[str]:
    """The names of ships, whole and by their last words: "the USS Gilda Marlow" is "the Marlow" later on."""
    found = {_titled(page, mention) for mention in mentions if mention.evidence.ship}
    return frozenset(found | {name.rsplit(maxsplit=1)[-1] for name in found})


def _acting(page: Page, mentions: list[Mention]) -> frozenset[str]:
    """The seats of power that the page has acting ("The White House declined to comment"): organizations throughout."""
    return frozenset(
        mention.key
        for mention in mentions
        if mention.key in page.lexicon.seats
        and (mention.evidence.speaks or mention.evidence.human or _has_speaker(page, mention.candidate.end))
    )


def _has_speaker(page: Page, end: int) -> bool:
    """ "a White House spokesman"."""
    noun = page.lexicon.nouns.get(page.texts[end].lower()) if end < len(page.texts) else None
    return noun is not None and noun.kind == "role"


def _teams(page: Page, kinds: dict[str, Kind]) -> frozenset[str]:
    """The last words of organizations that are called by them: "the Wolves" of "Calder Vale Wolves"."""
    lasts = (key.rsplit(maxsplit=1)[-1] for key, kind in kinds.items() if kind == "organization" and " " in key)
    sites, places = page.lexicon.words.sites, page.lexicon.places  # "the Netherlands" of "Statistics Netherlands"
    return frozenset(last for last in lasts if last.endswith("s") and last not in sites and last not in places)


def _is_vessel(page: Page, mention: Mention, cast: Cast) -> bool:
    titled, start = _titled(page, mention), mention.candidate.start
    if " " in titled:
        return titled in cast.vessels
    return titled in cast.vessels and start > 0 and page.texts[start - 1].lower() in page.lexicon.words.definite


def _titled(page: Page, mention: Mention) -> str:
    """The name with its titles: of ships they are part."""
    candidate = mention.candidate
    start = candidate.titles[0][0] if candidate.titles else candidate.start
    return folded(text_of(page, start, candidate.end))


def _grouped(mentions: list[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.key].append(mention)
    return groups
