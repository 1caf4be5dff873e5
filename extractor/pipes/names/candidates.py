"""What may be a name: the base model's entities with repaired boundaries, and names that it did not see at all."""

import re

from extractor.pipes.names.bylines import bylines, is_job
from extractor.pipes.names.entities import of_base
from extractor.pipes.names.page import (
    Candidate,
    Page,
    text_of,
)
from extractor.pipes.names.results import of_results
from extractor.pipes.names.sides import is_of_sport
from extractor.pipes.names.spelled import spelled
from extractor.pipes.names.unseen import unseen

SEAT = re.compile(r"(?:[RDI]|DFL)[-–][A-Z]")
"""The seat of an American politician: "R-Texas"."""
CREDENTIAL = 6
"""Letters of the longest credential that the tables need not know."""
TICKER = re.compile(r"\([A-Za-z]{2,10}(?: [A-Za-z]{2,10})?: ?[A-Z0-9.-]{1,10}[);,]")
"""The bracket of a ticker behind a company's name."""


def candidates(page: Page) -> list[Candidate]:
    """All candidates in order, none overlapping another; those of the base model and those beside them."""
    taken = Taken(len(page.texts))
    rows = of_results(page) if is_of_sport(page) else ()
    for candidate in (*bylines(page), *rows, *spelled(page), *of_base(page)):
        if not _is_none(page, candidate):
            taken.take(candidate)
    for candidate in unseen(page, taken.at):
        if not _is_none(page, candidate):
            taken.take(candidate)
    return sorted(taken.found.values())


def _is_none(page: Page, candidate: Candidate) -> bool:
    """Whether it names nobody: a ticker in its bracket, a politician's seat, a degree or a job behind a name."""
    grounds = (_in_ticker, _is_seat, _is_credential, is_job)
    return any(ground(page, candidate) for ground in grounds)


def _is_seat(page: Page, candidate: Candidate) -> bool:
    """ "Sen. Ted Cruz (R-Texas)": the state is a place, and is found by itself."""
    start = candidate.start
    before = page.texts[start - 1] if start else ""
    return before in {"(", ","} and SEAT.match(text_of(page, start, candidate.end)) is not None


def _is_credential(page: Page, candidate: Candidate) -> bool:
    """ "Col. Tom Beck, Ret.", "Ana Ruiz, R.D., M.S."."""
    text = text_of(page, candidate.start, candidate.end)
    suffixes = page.lexicon.suffixes
    row = suffixes.get(text) or suffixes.get(f"{text}.")
    behind = candidate.start > 1 and page.texts[candidate.start - 1] == ","
    before = suffixes.get(page.texts[candidate.start - 2]) if behind else None
    further = before is not None and before.kind == "credential" and text.isupper() and len(text) <= CREDENTIAL
    return behind and (further or (row is not None and row.kind == "credential"))  # "M.D., FACC"


def _in_ticker(page: Page, candidate: Candidate) -> bool:
    """Whether it stands in the bracket of a ticker: "(NASDAQ: TWIN)"."""
    start = candidate.start
    window = page.texts[max(0, start - 3) : candidate.end + 3]
    if "(" not in window or ":" not in "".join(window):
        return False
    text = page.text[max(0, page.starts[start] - 8) : page.starts[candidate.end - 1] + 24]
    return any(match.start() <= 8 < match.end() for match in TICKER.finditer(text))


class Taken:
    """The candidates so far by number, and for each token the number of the one that stands on it, -1 for none."""

    def __init__(self, tokens: int) -> None:
        """A page of so many tokens on which nothing stands."""
        self.found: dict[int, Candidate] = {}
        self.at = [-1] * (tokens + 1)
        self._entered = 0

    def take(self, candidate: Candidate) -> None:
        """Add a candidate; of two that overlap the one that is fixed or longer: "Petra van der Zee", not "Petra"."""
        start, end = candidate.start, candidate.end
        over = {number for number in self.at[start:end] if number >= 0}
        others = [self.found[number] for number in over]
        if any(other.found or other.end - other.start >= end - start for other in others):
            return
        for number in over:
            other = self.found.pop(number)
            self.at[other.start : other.end] = [-1] * (other.end - other.start)
        self.at[start:end] = [self._entered] * (end - start)
        self.found[self._entered] = candidate
        self._entered += 1
