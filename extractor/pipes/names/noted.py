"""What `extract trace` shows of the arbiter: the kind of each mention, the circumstances weighed, the runner-up."""

from collections.abc import Sequence

from extractor.annotations.trace import is_traced, note
from extractor.pipes.names.ballots import Ballot, Mention, is_single
from extractor.pipes.names.page import Page, text_of
from extractor.pipes.names.weights import Kind


def decisions(page: Page, mentions: Sequence[Mention], kinds: Sequence[Kind], ballots: dict[str, Ballot]) -> None:
    """Note the decision on each mention, and each of its roles, where somebody asked for it."""
    if not is_traced(page.doc):
        return
    for mention, kind in zip(mentions, kinds, strict=True):
        ballot = ballots.get(mention.key)
        second = next((other for other in ballot.ranked if other != kind), None) if ballot else None
        note(
            page.doc,
            "names",
            _at(page, mention.candidate.start, mention.candidate.end),
            f"names/arbiter: {'decide_single' if is_single(page, mention.candidate) else 'decide_full'}",
            outcome=None if kind == "none" else kind,
            row="names/weights.csv",
            runner_up=f"{second} ({ballot.scores[second]:.1f})" if ballot and second else None,
            weights=_weights(page, ballot) if ballot else None,
        )
        for role in mention.described.roles if kind == "person" else ():
            row = role.noun.rule if role.noun is not None else None
            said = text_of(page, role.start, role.end)
            note(
                page.doc,
                "names",
                _at(page, role.start, role.end),
                "names/descriptions: described",
                outcome=said,
                row=row,
            )


def _at(page: Page, start: int, end: int) -> tuple[int, int]:
    last = page.doc[end - 1]
    return page.starts[start], last.idx + len(last.text)


def _weights(page: Page, ballot: Ballot) -> dict[str, float]:
    """{circumstance and kind: what it adds}, the largest first."""
    found: dict[str, float] = {}
    for ground, share in ballot.grounds.items():
        if ground in page.lexicon.weights:
            found |= {f"{ground} → {kind}": weight * share for kind, weight in page.lexicon.weights[ground].items()}
        else:
            found[ground] = share
    return dict(sorted(found.items(), key=lambda item: -abs(item[1])))
