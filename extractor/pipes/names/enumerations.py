"""Enumerations: "Arvela, Calder Vale, Duluth and Chandler" names things of one kind, and what is sure tells the rest.

A lone "Chandler" is a person to the base model and to the table of first names; among three towns it is a town.
"""

from collections.abc import Iterator, Sequence

from extractor.pipes.names.ballots import Mention
from extractor.pipes.names.page import Page
from extractor.pipes.names.weights import Kind

FEWEST = 3
"""Names of an enumeration: two may be "Ruth Calder, Duluth"."""
SURE = 1.5
"""From here what the name itself says is enough."""
MOST = 1.2
"""What one member counts at most."""
NAMED: tuple[Kind, ...] = ("person", "organization", "place")


def vote(page: Page, mentions: Sequence[Mention]) -> None:
    """Add to the unsure members of each enumeration what the others are, as evidence of their own."""
    for run in _runs(page, sorted(mentions, key=lambda mention: mention.candidate.start)):
        each = [_scores(mention) for mention in run]
        local = run[0].evidence.local and any(mention.evidence.label == "place" for mention in run)
        totals = {kind: sum(scores[kind] for scores in each) for kind in NAMED}
        for mention, scores in zip(run, each, strict=True):
            if max(mention.evidence.firm.values()) >= SURE:
                continue
            others = {kind: totals[kind] - scores[kind] for kind in NAMED}
            best = max(NAMED, key=lambda kind: others[kind])
            best = "place" if best == "person" and local else best
            share = others[best] / max(sum(others.values()), len(run) - 1)
            if share > 0.5 and not (best == "person" and _is_nobody(page, mention)):
                ground = f"listed with: {best}"
                mention.evidence.grounds.append(ground)
                mention.evidence.firm[best] += page.lexicon.weights[ground][best] * share


def _is_nobody(page: Page, mention: Mention) -> bool:
    """Whether the name is in capitals, or a town's that the base model takes for no person."""
    town = mention.evidence.label != "person" and page.lexicon.is_town(mention.key)
    return town or page.texts[mention.candidate.end - 1].isupper()


def _runs(page: Page, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The names in a row between which there are commas and "and" alone."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not _joined(page, run[-1].candidate.end, mention):
            if len(run) >= FEWEST:
                yield run
            run = []
        run.append(mention)
    if len(run) >= FEWEST:
        yield run


def _joined(page: Page, end: int, mention: Mention) -> bool:
    start = mention.candidate.start
    between = page.texts[end:start]
    if not 0 < len(between) < 3 or mention.candidate.titles or page.starts[start] in page.borders:
        return False
    return all(text == "," or text in page.lexicon.words.joints for text in between)


def _scores(mention: Mention) -> dict[Kind, float]:
    """What a member seems to be by itself."""
    firm, label = mention.evidence.firm, mention.evidence.label
    return {kind: min(MOST, max(0.0, firm[kind] + (kind == label))) for kind in NAMED}
