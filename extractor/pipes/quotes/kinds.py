"""Tells what sort of speaker a mention is: a person, somebody unnamed, a group, an organization or a document."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import Name
from extractor.pipes.quotes.page import Mention, Page, token_from
from extractor.vocabulary import SpeakerKind

OF_NAMES: dict[str, SpeakerKind] = {"person": "person", "organization": "organization", "place": "organization"}
OF_ENTITIES: dict[str, SpeakerKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "organization",
    "NORP": "group",
}
PLURAL = frozenset(("NNS", "NNPS"))
MANY = re.compile(r"(?:[cs]h|ese|ss)$")
"""Ends of words for a people that are the same for one and for many."""
LETTERS = frozenset(("Q", "A"))
OWNED = re.compile(r"(?:^\w|\b[a-z])[\w’'-]{0,40}\s(?:of|for|to|from)(?:\s[A-Z][\w.]*){0,3}$")
"""What stands before a name that is not who speaks: "a spokesman for Gov. Alan Pike"."""


class Sight(NamedTuple):
    """A mention as it is looked at: its head, and the names in it from left to right."""

    page: Page
    mention: Mention
    head: Token
    names: Sequence[Name]


def of_mention(page: Page, mention: Mention) -> SpeakerKind | None:
    """The kind of a speaker; None where the words leave it open ("it", "that")."""
    first, last = token_from(page, mention.start), token_from(page, mention.end)
    if first >= last:
        return None
    low = bisect_left(page.name_starts, mention.start)
    high = bisect_left(page.name_starts, mention.end, lo=low)
    names = [name for name in page.names[low:high] if name["end"] <= mention.end]
    sight = Sight(page, mention, _head(page, first, last), names)
    return next((kind for step in STEPS if (kind := step(sight)) is not None), None)


def _head(page: Page, first: int, last: int) -> Token:
    """The first token of a mention whose own head stands outside it."""
    for token in page.doc[first:last]:
        if not first <= token.head.i < last or token.head.i == token.i:
            return token
    return page.doc[last - 1]


def _pronoun(sight: Sight) -> SpeakerKind | None:
    """`he`, `who` and `I` are people, `they` and `we` are several, `it` and `which` may be anything."""
    if sight.mention.type != "pronoun":
        return None
    return sight.page.lexicon.pronouns.get(sight.head.lower_)


def _letter(sight: Sight) -> SpeakerKind | None:
    """The "Q" and "A" of an interview."""
    return "unnamed" if sight.page.text[sight.mention.start : sight.mention.end] in LETTERS else None


def _several(sight: Sight) -> SpeakerKind | None:
    """`Both Vogt and Holm`: a group, unless they are no people."""
    joined = [child for child in sight.head.rights if child.dep_ == "conj" and child.idx < sight.mention.end]
    is_list = bool(joined) and any(child.dep_ == "cc" and child.lower_ != "or" for child in sight.head.rights)
    outside = any(name["start"] <= sight.head.idx < name["end"] and name["kind"] != "person" for name in sight.names)
    return "group" if is_list and not outside and sight.mention.type != "pronoun" else None


def _named(sight: Sight) -> SpeakerKind | None:
    """The name that the head stands in, or a person's name at the end: `the mayor of Lugano, Ann Lee`."""
    for name in sight.names:
        if name["start"] <= sight.head.idx < name["end"]:
            return OF_NAMES.get(name["kind"])
    last = sight.names[-1] if sight.names else None
    if last is None or last["kind"] != "person" or sight.page.text[last["end"] : last["end"] + 1] in {"'", "’"}:
        return None
    before = sight.page.text[sight.mention.start : last["start"]].rstrip()
    if not before.endswith(",") and _listed(sight) == "document":
        return None  # "a study in the journal Marine Cognition"
    follows = last["end"] == sight.mention.end or sight.page.text[last["end"]] in ",("
    return "person" if before.endswith(",") or (follows and OWNED.search(before) is None) else None


def _listed(sight: Sight) -> SpeakerKind | None:
    """A noun of `kinds.csv`: `the report`, `the bank`, `most`."""
    kinds = sight.page.lexicon.kinds
    kind = kinds.get(sight.head.lower_) or kinds.get(sight.head.lemma_.lower())
    if kind is None and sight.head.pos_ == "PROPN":  # "the shopworkers' union Usdaw"
        called = (child for child in sight.head.lefts if child.pos_ == "NOUN" and child.i == sight.head.i - 1)
        return next((kinds.get(child.lower_) for child in called), None)
    return "group" if kind == "organization" and sight.head.tag_ in PLURAL else kind


def _of_entity(sight: Sight) -> SpeakerKind | None:
    """A name by the base model, where the arbiter has none."""
    if sight.head.ent_type_ == "NORP" and sight.head.i > 0 and _is_one(sight.head):
        return "unnamed"
    return OF_ENTITIES.get(sight.head.ent_type_) if sight.mention.type == "name" else None


def _is_one(people: Token) -> bool:
    """`the Nigerian`, while "the Dutch" and "the Swiss" are many."""
    has_article = any(left.tag_ == "DT" for left in people.lefts)
    return has_article and people.tag_ not in PLURAL and MANY.search(people.lower_) is None


def _plural(sight: Sight) -> SpeakerKind | None:
    """`two engineers`, `officials`, `forty percent`."""
    is_number = sight.head.pos_ == "NUM" or sight.head.ent_type_ in {"CARDINAL", "PERCENT"}
    return "group" if sight.head.tag_ in PLURAL or is_number else None


def _somebody(sight: Sight) -> SpeakerKind | None:
    """`a spokesman`, `the mayor`: one whom these words do not name."""
    return "unnamed" if sight.mention.type == "nominal" and sight.head.pos_ in {"NOUN", "ADJ"} else None


STEPS: tuple[Callable[[Sight], SpeakerKind | None], ...] = (
    _letter, _pronoun, _several, _named, _listed, _of_entity, _plural, _somebody,
)  # fmt: skip
