"""The votes on one name: what its mentions say together, added up kind by kind."""

from typing import NamedTuple

from extractor.pipes.names.descriptions import Described
from extractor.pipes.names.evidence import Evidence
from extractor.pipes.names.page import Candidate, Page
from extractor.pipes.names.weights import KINDS, Kind

PERSON_AT_LEAST = 0.75
"""Below this a lone word that the base model calls a person once in a while is left out."""
HALF = 0.5
"""The share of mentions behind "in" and the like from which a town on the map is one."""
LED = 0.1
"""What a town on the map has over the base model's word against it, where half of its mentions are so."""
EVENTS = frozenset({"EVENT", "WORK_OF_ART"})
"""Labels of which the base model is seldom wrong: "the Winter Paralympics"."""
ELSE: frozenset[Kind] = frozenset({"person", "organization", "none"})


class Mention(NamedTuple):
    """A candidate with what was read about it."""

    candidate: Candidate
    key: str
    described: Described
    evidence: Evidence


class Ballot:
    """The votes on one name: the score of each kind, and the circumstances of which it is made."""

    def __init__(self, page: Page) -> None:
        self.scores = dict.fromkeys(KINDS, 0.0)
        self.grounds: dict[str, float] = {}
        self._weights = page.lexicon.weights

    def add(self, ground: str, share: float = 1.0) -> None:
        """Count a circumstance, in part where not all mentions have it."""
        self.grounds[ground] = self.grounds.get(ground, 0.0) + share
        for kind, weight in self._weights[ground].items():
            self.scores[kind] += weight * share

    def add_label(self, kind: Kind, share: float) -> None:
        """Count the base model's opinion in the share of the mentions that have it."""
        self.grounds[f"base model: {kind}"] = share
        self.scores[kind] += share

    @property
    def ranked(self) -> list[Kind]:
        """The kinds, the likeliest first; of equals a person."""
        return sorted(KINDS, key=self._rank)

    @property
    def winner(self) -> Kind:
        """The kind that the votes make it; "none" where too little speaks for any."""
        best = min(KINDS, key=self._rank)
        if best == "person" and self.scores["person"] < PERSON_AT_LEAST:
            return "none"
        return best if self.scores[best] > 0 else "none"

    def _rank(self, kind: Kind) -> tuple[float, bool]:
        return -self.scores[kind], kind != "person"


def is_single(page: Page, candidate: Candidate) -> bool:
    """Whether the name is one word; "al-Rawahi" is."""
    inner = range(candidate.start, candidate.end - 1)
    return not any(page.ends[at] < page.starts[at + 1] or page.texts[at].isspace() for at in inner)


def _count_inner(page: Page, ballot: Ballot, group: list[Mention]) -> None:
    """Count what a name says that stands behind "in" and the like alone: a town on the map, or nobody known."""
    if page.lexicon.is_town(group[0].key):
        ballot.add("town where places stand")
    elif not _acts(group) and page.lexicon.is_town(f"~{group[0].key}"):
        ballot.add("namesake where places stand")
    elif _is_foreign(page, group[0]):
        ballot.add("place of another land where places stand")
    elif {mention.evidence.label for mention in group} & ELSE and not _may_be_anybody(page, group[0]):
        ballot.add("nobody where places stand")


def _is_foreign(page: Page, mention: Mention) -> bool:
    """ "Arvela do Tonsa": no first name, and a small word of another language inside."""
    words = page.texts[mention.candidate.start : mention.candidate.end]
    inside = any(word in page.lexicon.words.foreign for word in words[1:-1])
    return inside and words[0].lower() not in page.lexicon.given and not mention.candidate.titles


def _may_be_anybody(page: Page, mention: Mention) -> bool:
    known = mention.key in page.lexicon.given or mention.key in page.lexicon.surnames
    known = known or page.texts[mention.candidate.start].isupper() or mention.evidence.firm["organization"] > 0
    return known or not is_single(page, mention.candidate)


def counted(page: Page, group: list[Mention]) -> Ballot:
    """The votes of all mentions of one name.

    What the base model says is averaged over them. Of what the mentions themselves say the strongest counts, kind by
    kind: one "Mr." is enough.
    """
    ballot = Ballot(page)
    for count in COUNTS:
        count(page, ballot, group)
    return ballot


def _count_labels(_: Page, ballot: Ballot, group: list[Mention]) -> None:
    """What the base model says, averaged."""
    labelled = [mention.evidence.label for mention in group if mention.evidence.label]
    for kind in set(labelled):
        ballot.add_label(kind, labelled.count(kind) / len(labelled))
    if any(mention.candidate.label in EVENTS for mention in group):
        ballot.add("base model: event or work", ballot.scores["none"])


def _count_firm(page: Page, ballot: Ballot, group: list[Mention]) -> None:
    """The strongest of what the mentions say, kind by kind; that a lone word is no name, in the share of those that say
    so: one “Never Trump” does not make all of Trump the title of a work."""
    for kind in KINDS:
        strongest = max((mention.evidence for mention in group), key=lambda one: one.firm[kind])
        share = 1.0
        if kind == "none" and is_single(page, group[0].candidate):
            share = sum(mention.evidence.firm[kind] > 0 for mention in group) / len(group)
        ballot.scores[kind] += strongest.firm[kind] * share
        ballot.grounds |= dict.fromkeys(strongest.grounds, 1.0)


def _count_acts(page: Page, ballot: Ballot, group: list[Mention]) -> None:
    """What its bearers do."""
    human = {mention.evidence.human for mention in group} - {""}
    if human:
        ballot.add(max(human, key=lambda ground: page.lexicon.weights[ground]["person"]))


def _count_places(page: Page, ballot: Ballot, group: list[Mention]) -> None:
    """Where the name stands."""
    local = sum(mention.evidence.local for mention in group) / len(group)
    if ballot.scores["place"] or local == 1:
        ballot.add("where places stand", local)
    inner = sum(mention.evidence.inner for mention in group) / len(group)
    if inner == 1:
        _count_inner(page, ballot, group)
    elif inner >= HALF and not _acts(group) and page.lexicon.is_town(group[0].key):
        ballot.add("town where places stand", inner + LED)
    site = group[0].key.rsplit(maxsplit=1)[-1] in page.lexicon.words.sites
    if site and local and not _acts(group):
        ballot.add("site where places stand")


def _acts(group: list[Mention]) -> bool:
    """Whether one of the mentions does or says something."""
    return any(mention.evidence.human or mention.evidence.speaks for mention in group)


COUNTS = (_count_labels, _count_firm, _count_acts, _count_places)
"""What is counted on a ballot, in order."""
