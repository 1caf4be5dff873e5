"""Speakers who are more than one: "Vogt and Holm said", and "they", "both" and "the two" that go on about them."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractor.annotations import EntityAt, MentionAt
from extractor.pipes.reference.binding import first_of
from extractor.pipes.reference.entities import Entities
from extractor.pipes.reference.sites import FAR, NOMINAL, Layout, Site

WINDOW = 700
"""Characters before a plural in which those are named whom it means."""
BACK = 1
"""Sentences between two people who are named together and a "they" that means them."""


def named_together(mention: MentionAt, layout: Layout, entities: Entities) -> list[EntityAt]:
    """The people and organizations whom a mention joins, if it is of two or more; also "Vogt and Holm, two bakers"."""
    head = layout.doc[layout.site(mention["start"], mention["end"]).token]
    if head.dep_ == "appos" and head.head.i < head.i:
        head = first_of(head.head)
        least = head.idx
    else:
        least = mention["start"]
    joined = [head, *(one for _, one in zip(range(FAR), head.conjuncts, strict=False))]
    inside = [token for token in joined if least <= token.idx < mention["end"] and token.pos_ in NOMINAL]
    return _distinct(entities.at(token.idx, token.idx + len(token)) for token in sorted(inside, key=lambda one: one.i))


def meant_by_plural(mention: MentionAt, layout: Layout, entities: Entities) -> list[EntityAt]:
    """Two or more people whom a plural means: those named together right before it, as subject where it is "they";
    of "both" and "the two" also the only two who are named before it."""
    token = layout.doc[layout.site(mention["start"], mention["end"]).token]
    exactly = (token.lower_ in entities.words.pairs and token.n_rights == 0) or _of_two(token, entities)
    if not exactly and token.lower_ not in entities.words.they:
        return []
    here = layout.site(mention["start"], mention["end"])
    before = entities.people.before(max(0, mention["start"] - WINDOW), mention["start"])
    sites = [(layout.site(start, end), person) for start, end, person in before]
    groups = _groups(sites, layout, here, subjects=not exactly)
    if exactly:
        groups = [group for group in groups if len(group) == 2] or _only_two(sites, here)
    return [{"person": person, "organization": None} for person in groups[-1]] if groups else []


def _groups(sites: list[tuple[Site, int]], layout: Layout, here: Site, *, subjects: bool) -> list[list[int]]:
    """The people named together before the mention, nearest last; with `subjects` only those of the last sentences who
    are what it is about."""
    found: dict[int, dict[int, None]] = {}
    for site, person in sites:
        if subjects and (site.role != "subject" or here.sentence - site.sentence > BACK):
            continue
        found.setdefault(first_of(layout.doc[site.token]).i, {})[person] = None
    return [list(group) for group in found.values() if len(group) > 1]


def _only_two(sites: list[tuple[Site, int]], here: Site) -> list[list[int]]:
    people = list(dict.fromkeys(person for site, person in sites if here.paragraph - site.paragraph <= 1))
    return [people] if len(people) == 2 else []


def _of_two(token: Token, entities: Entities) -> bool:
    """ "The two bakers"."""
    return token.tag_ in {"NNS", "NNPS"} and any(child.lower_ in entities.words.pairs for child in token.lefts)


def _distinct(found: Iterator[EntityAt]) -> list[EntityAt]:
    """Each once, without those that are nobody of the record."""
    once = {(one["person"], one["organization"]): one for one in found}
    once.pop((None, None), None)
    return list(once.values())
