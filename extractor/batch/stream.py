"""Articles in, records out, in the same order: here, or by worker processes where there are enough articles for them.

A handful of short articles, and the first ones of a slow input, are done here: to start workers would cost more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from extractor.article import Article, Unreadable, well_formed
from extractor.batch.journal import Journal
from extractor.batch.one import Extractor, belongs, failed, packed, unpacked
from extractor.batch.workers import FORKS, LIFETIME, WINDOW, Ahead, Answer, Workers
from extractor.record import Record

SMALL_ARTICLES, SMALL_CHARACTERS = (4, 20_000) if FORKS else (40, 200_000)
"""What one process does alone, unless more than so many characters are there at once: a worker that is no fork must
load the model once more."""
MOMENT = 0.05
"""Seconds that a quick input has to bring these."""


class Outcome(NamedTuple):
    """An article and what came of it; `again` where the record was taken from the journal of an interrupted run."""

    article: Article | Unreadable
    record: Record
    again: bool = False


def outcomes(  # noqa: PLR0913, each is a wish of the caller
    articles: Iterable[Article | Unreadable],
    extractor: Extractor,
    *,
    jobs: int = 1,
    load: Callable[[], Extractor] | None = None,
    journal: Journal | None = None,
    with_text: bool = False,
) -> Iterator[Outcome]:
    """An outcome for every article, lazily and in order; never raises for an article.

    `jobs` is the number of processes at work. With one, the first `LIFETIME` articles are done here and any more by a
    worker, because workers are renewed from time to time. `load` makes the extractor anew in a process that is no fork
    of this one. Records that `journal` has are taken from it, new ones that did not fail go into it. `with_text` puts
    the text into them.
    """
    desk = _Desk(extractor, journal, with_text)
    source = iter(articles)
    if jobs <= 1:
        yield from map(desk.here, islice(source, LIFETIME if FORKS else None))
        more = next(source, None)
        if more is None:
            return
        source = chain([more], source)
    ahead = Ahead(source, WINDOW * jobs)
    if jobs > 1:
        yield from map(desk.here, _few(ahead))
    if not ahead.ended:
        with Workers(extractor, jobs=jobs, load=load) as workers:
            for done in workers.answers(ahead, known=desk.known):
                yield desk.outcome(done.article, done.answer, again=done.known)


def isolated(
    articles: Iterable[Article | Unreadable], extractor: Extractor, workers: Workers, *, with_text: bool = False
) -> Iterator[Outcome]:
    """As `outcomes`, every article by the given workers, which live on: one that kills its process is a failure too."""
    desk = _Desk(extractor, None, with_text)
    for done in workers.answers(Ahead(iter(articles), WINDOW), known=desk.known):
        yield desk.outcome(done.article, done.answer, again=done.known)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where answers become outcomes, and the journal is asked and told."""

    extractor: Extractor
    journal: Journal | None
    with_text: bool

    def known(self, article: Article | Unreadable) -> Answer | None:
        """What can be answered without work: why there is no article, and what the journal has."""
        if isinstance(article, Unreadable):
            return article.error
        kept = self.journal.get(article, self.extractor.provenance) if self.journal else None
        return kept if kept is not None and belongs(kept, article) else None

    def here(self, article: Article | Unreadable) -> Outcome:
        """The outcome of an article that is done in this process."""
        known = self.known(article)
        if known is None and isinstance(article, Article):
            return self.outcome(article, packed(article, self.extractor), again=False)
        return self.outcome(article, known or b"", again=True)

    def outcome(self, article: Article | Unreadable, answer: Answer, *, again: bool) -> Outcome:
        """The outcome; a record that is new and no failure goes into the journal first."""
        record = self._record(article, answer)
        if isinstance(article, Unreadable) or isinstance(answer, Exception):
            return Outcome(article, record)
        if self.journal and not again and record.error is None:
            self.journal.put(article, self.extractor.provenance, answer)
        return Outcome(article, replace(record, text=well_formed(article.text)) if self.with_text else record, again)

    def _record(self, article: Article | Unreadable, answer: Answer) -> Record:
        if isinstance(answer, Exception):
            return failed(article, answer, self.extractor.provenance)
        try:
            return unpacked(answer)
        except msgspec.DecodeError as error:  # a component wrote what the record does not allow
            return failed(article, error, self.extractor.provenance)


def _few(ahead: Ahead) -> Iterator[Article | Unreadable]:
    """The articles that one process does alone: none where enough for several are there at once."""
    characters = number = 0
    enough = ahead.holds(SMALL_CHARACTERS, seconds=MOMENT)
    while not enough and number < SMALL_ARTICLES and characters <= SMALL_CHARACTERS:
        article = ahead.take(block=True)
        if article is None:
            return
        yield article
        number += 1
        characters += len(article.text) if isinstance(article, Article) else 0
        enough = ahead.holds(SMALL_CHARACTERS)
