"""The one arbiter: every name is decided once for the whole article, by the votes of all its mentions.

"Higuchi" is an organization to the base model nine times out of ten; one "Ichiyō Higuchi" makes all of them a person.
Full names are decided first, then single words, which may be the surname of one of them.
"""

from collections import defaultdict
from typing import NamedTuple

from extractor.pipes.names.descriptions import Described, described
from extractor.pipes.names.evidence import KINDS, VESSEL, Evidence, evidence
from extractor.pipes.names.page import Candidate, Page, folded, text_of

PERSON_AT_LEAST = 0.75
"""Below this a lone word that the base model calls a person once in a while is left out."""
LONE_AT_LEAST = 1.1
"""Below this a word that occurs once and that the base model alone calls a person is left out ("Stoker (2013)")."""
SURE = 1.5
"""From here a full name is sure enough that its surname and first name are looked for elsewhere."""


class Mention(NamedTuple):
    """A candidate with what was read about it."""

    candidate: Candidate
    key: str
    described: Described
    evidence: Evidence


class Cast(NamedTuple):
    """The names that are people's and how sure they are: surnames and first names of full ones, those of one word."""

    surnames: dict[str, float]
    given: dict[str, float]
    full: dict[str, float]
    lone: dict[str, float]
    vessels: frozenset[str] = frozenset()


def observed(page: Page, found: list[Candidate]) -> list[Mention]:
    """The candidates with their descriptions and evidence."""
    mentions = []
    for candidate in found:
        about = described(page, candidate)
        key = folded(text_of(page, candidate.start, candidate.end))
        mentions.append(Mention(candidate, key, about, evidence(page, candidate, about)))
    return mentions


def is_single(page: Page, candidate: Candidate) -> bool:
    """Whether the name is one word; "al-Rawahi" is."""
    return not any(token.whitespace_ or token.is_space for token in page.doc[candidate.start : candidate.end - 1])


def decide_full(page: Page, mentions: list[Mention]) -> tuple[dict[str, str], Cast]:
    """{name: kind} of the names of two words or more, and the people among them."""
    kinds: dict[str, str] = {}
    cast = Cast({}, {}, {}, {})
    ends: dict[str, float] = {}
    for key, group in _grouped(mentions).items():
        if is_single(page, group[0].candidate):
            continue
        scores = _scores(group)
        kinds[key] = _best(scores)
        if kinds[key] == "person" and scores["person"] >= SURE:
            words = [word for word in key.split() if word not in page.lexicon.particles]
            words = [word for word in words if word not in {"jr", "sr", "ii", "iii", "iv"}]
            if len(words) > 1:
                cast.surnames[words[-1]] = max(cast.surnames.get(words[-1], 0.0), scores["person"])
                cast.given[words[0]] = max(cast.given.get(words[0], 0.0), scores["person"])
                cast.full[key] = scores["person"]
                if len(words) > 3 and key.endswith(end := " ".join(words[-2:])):
                    ends[end] = scores["person"]  # "Suu Kyi" of "Aung San Suu Kyi"
    _follow_longer(page, kinds, cast)
    for end, score in ends.items():
        kinds.setdefault(end, "person")
        cast.full.setdefault(end, score)
    for key in kinds:
        words = [word for word in key.split() if word not in page.lexicon.particles]
        if len(words) == 1 and words[0] in cast.surnames:
            kinds[key] = "person"  # "De la Cruz" where Ramon de la Cruz is known
    return kinds, cast


def _follow_longer(page: Page, kinds: dict[str, str], cast: Cast) -> None:
    """ "Calder Vale" without a first name in it is what "Calder Vale Rovers" is."""
    longer = {" ".join(key.split()[:-1]): kind for key, kind in kinds.items() if kind in {"organization", "place"}}
    for key, kind in kinds.items():
        if kind == "person" and key in longer and key.split()[0] not in page.lexicon.given:
            kinds[key] = longer[key]
            cast.full.pop(key, None)
            cast.surnames.pop(key.split()[-1], None)
            cast.given.pop(key.split()[0], None)


def _shared(page: Page, kinds: dict[str, str]) -> dict[str, str]:
    """{first word: kind} of the places and organizations of several words: "Tayi" of "Tayi River"."""
    found: dict[str, str] = {}
    for key, kind in kinds.items():
        first = key.split()[0]
        if kind in {"organization", "place"} and first not in page.lexicon.given and len(first) > 3:
            found.setdefault(first, kind)
    return found


def decide_single(page: Page, mentions: list[Mention], cast: Cast, full: dict[str, str]) -> dict[str, str]:
    """{name: kind} of the names of one word, given the kinds of the full names."""
    kinds: dict[str, str] = {}
    shared = _shared(page, full)
    for key, group in _grouped(mentions).items():
        if not is_single(page, group[0].candidate):
            continue
        scores = _scores(group)
        if key in page.lexicon.places:
            # "the first African-American Senator Georgia has elected": one title does not make a state a person.
            titled = sum(bool(mention.candidate.titles) for mention in group) / len(group)
            scores["person"] -= 3.5 * (1 - titled) * bool(titled)
        if key in cast.surnames:
            scores["person"] += 2.5
        elif key in cast.given:
            scores["person"] += 1.5
        elif key in shared and (shared[key] == "place" or scores["place"] < 0.5):
            scores[shared[key]] += 1.2
        kinds[key] = _best(scores)
        if kinds[key] == "person" and scores["person"] < LONE_AT_LEAST and len(group) == 1:
            kinds[key] = "none"
        if kinds[key] == "person" and (len(group) > 1 or scores["person"] > SURE):
            cast.lone[key] = scores["person"]
    return kinds


def kind_here(page: Page, mention: Mention, kind: str, cast: Cast) -> str:
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


def vessels(page: Page, mentions: list[Mention]) -> frozenset[str]:
    """The names of ships, whole and by their last words: "the USS Gilda Marlow" is "the Marlow" later on."""
    found = {_titled(page, mention) for mention in mentions if mention.evidence.firm["none"] >= VESSEL}
    return frozenset(found | {name.rsplit(maxsplit=1)[-1] for name in found})


def _is_vessel(page: Page, mention: Mention, cast: Cast) -> bool:
    titled, start = _titled(page, mention), mention.candidate.start
    if " " in titled:
        return titled in cast.vessels
    return titled in cast.vessels and start > 0 and page.texts[start - 1] in {"the", "The"}


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


def _scores(group: list[Mention]) -> dict[str, float]:
    """The weight of each kind over the mentions of one name."""
    labelled = [mention.evidence.label for mention in group if mention.evidence.label]
    scores = dict.fromkeys(KINDS, 0.0)
    for kind in KINDS:
        scores[kind] = labelled.count(kind) / len(labelled) if labelled else 0.0
        if kind == "none" and any(mention.candidate.label in {"EVENT", "WORK_OF_ART"} for mention in group):
            scores[kind] *= 1.6  # "the Winter Paralympics": of these two the base model is seldom wrong
        scores[kind] += max(mention.evidence.firm[kind] for mention in group)
    scores["person"] += max(mention.evidence.human for mention in group)
    local = sum(mention.evidence.local for mention in group) / len(group)
    scores["place"] += 0.9 * local if scores["place"] or local == 1 else 0.0
    return scores


def _best(scores: dict[str, float]) -> str:
    best = max(KINDS, key=lambda kind: (scores[kind], kind == "person"))
    if best == "person" and scores["person"] < PERSON_AT_LEAST:
        return "none"
    return best if scores[best] > 0 else "none"
