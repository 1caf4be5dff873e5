"""The extractor: one loaded pipeline that turns articles into records, one at a time.

One at a time because it is no slower than spaCy's batches on news (the matrices of one article fill the processor),
and because a record must not depend, to the last bit of a float, on which articles happened to stand beside it.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import RLock

from spacy.language import Language
from spacy.tokens import Doc

from extractor import locate, tables
from extractor.annotations import CALLER, FAULTS, hide, keep_text, mark_normalized
from extractor.annotations.trace import Note, begin, notes
from extractor.article import Article, well_formed
from extractor.collect import collect, restored
from extractor.confidence import Confidence
from extractor.errors import OvertimeError
from extractor.normalization import Normalized, Normalizer
from extractor.normalization import read as read_words
from extractor.normalization.names import names
from extractor.pipeline.assemble import assemble
from extractor.pipeline.dictionary import dictionary
from extractor.pipeline.expressions import remembered
from extractor.pipeline.faults import without
from extractor.pipeline.garbage import seldom
from extractor.pipeline.matrices import one_thread
from extractor.pipeline.met import Met
from extractor.pipeline.overtime import bounded
from extractor.pipeline.pieces import LONGEST_WORD, cut, join, tokenize
from extractor.pipeline.quick import quick
from extractor.provenance import versions
from extractor.record import Provenance, Record
from extractor.syntax.columns import columns

KEPT_WORDS = 20_000
"""So many words are kept in the vocabulary (about 10 MB); to work out shape, prefix, suffix and norm of a word takes
longer than to tokenize it. Words beyond these are forgotten with their article: a long run must not grow."""


SECONDS = 600.0
"""What a megabyte may take where nobody says otherwise: a hundred times what news takes on a laptop."""


class Extractor:
    """A loaded pipeline. `nlp` is the spaCy pipeline itself; `provenance` is what every record says made it.

    `parsing` and `rules` are what is called for each component by name, in order: for a piece, and for the article.
    """

    def __init__(  # noqa: PLR0913, what it is made of
        self,
        nlp: Language,
        provenance: Provenance,
        *,
        normalize: Normalizer,
        confidence: Confidence,
        order: tuple[str, ...],
        piece_length: int,
        countries: tuple[str, ...] = (),
        explain: bool = False,
    ) -> None:
        self.nlp = nlp
        self.provenance = provenance
        self._countries, self._explain, self.normalized = countries, explain, normalize
        self._confidence = confidence
        self.strict = False
        """Whether a component's error is raised, as tests and fuzzers want it, instead of costing its items alone."""
        self.timeout: float | None = SECONDS
        """Seconds that a megabyte of text may take, None for any time."""
        self._busy, self._met = RLock(), Met(nlp)
        self._piece_length = piece_length
        rules = order[order.index(locate.BASE) + 1 :]
        self.parsing = [(name, quick(pipe)) for name, pipe in nlp.pipeline if name not in rules]
        self.rules = [(name, pipe) for name, pipe in nlp.pipeline if name in rules]
        self._again = [(name, pipe) for name, pipe in nlp.pipeline if name in order[: order.index(locate.BASE)]]

    def record(self, article: Article) -> Record:
        """The article's record. Spans, and all else that spaCy made of it, are freed.

        One at a time, also where several threads ask. Raises OvertimeError where it takes longer than `timeout` allows.
        """
        with self._busy, bounded(self.timeout, len(article.text)), seldom():
            return self._record(article)

    def _record(self, article: Article) -> Record:
        article = _without_surrogates(article)
        read = self.normalized(article.text)
        seen = replace(article, text=read.text, warnings=(*article.warnings, *read.warnings))
        kept = self._kept(seen.text) if len(self.nlp.vocab) < KEPT_WORDS else None
        with one_thread(), self.nlp.memory_zone():
            doc = self._annotated(seen, kept or self._tokenized(seen.text), read)
            record = self._recorded(doc, seen, read, article.text)
            columns.cache_clear()
            return record

    def _recorded(self, doc: Doc, seen: Article, read: Normalized, text: str) -> Record:
        """The record of a `Doc`, with its offsets in the text as it came, and how sure each item is."""
        return self._confidence.of(restored(collect(doc, seen, self.provenance), read, text), text)

    def traced(self, article: Article) -> tuple[Record, list[Note]]:
        """The article's record, and every decision on the way to it that a component makes known."""
        article = _without_surrogates(article)
        read = self.normalized(article.text)
        seen = replace(article, text=read.text, warnings=(*article.warnings, *read.warnings))
        with one_thread():
            doc = self._annotated(seen, self._tokenized(seen.text), read, traced=True)
            told = [note | {"start": read.start(note["start"]), "end": read.end(note["end"])} for note in notes(doc)]
            return self._recorded(doc, seen, read, article.text), told

    def doc(self, article: Article) -> Doc:
        """The annotated `Doc`, for those who want to go on in spaCy; its text is the article's as components read it:
        `normalized` gives that text with the way back from its offsets."""
        with one_thread():
            read = self.normalized(article.text)
            return self._annotated(replace(article, text=read.text), self._tokenized(read.text), read, shown=True)

    def _kept(self, text: str) -> list[Doc]:
        """The tokens of a text whose words are kept."""
        self._met.meet(text, LONGEST_WORD)
        return self._tokenized(text)

    def _tokenized(self, text: str) -> list[Doc]:
        pieces = list(cut(text, self._piece_length))
        docs = [tokenize(self.nlp, piece) for piece in pieces]
        for doc, piece in zip(docs, pieces, strict=True):
            keep_text(mark_normalized(doc), piece)
        return docs

    def _annotated(
        self, article: Article, pieces: list[Doc], read: Normalized, *, traced: bool = False, shown: bool = False
    ) -> Doc:
        parsed = [self._parsed(piece) for piece in pieces]
        doc = parsed[0] if len(parsed) == 1 else self._join(parsed)
        if traced:
            begin(doc)
        if not shown:
            hide(doc)
        CALLER.put(
            doc,
            {
                "published": article.published.isoformat() if article.published else None,
                "title": article.title,
                "publisher": article.publisher,
                "source": article.source,
                "countries": [*(article.countries or self._countries)],
                "explain": self._explain or traced,
                "asides": [*read.asides],
                "headlines": [*read.headlines],
            },
        )
        for name, pipe in self.rules:
            doc = self._ruled(doc, name, pipe)
        return doc

    def _ruled(self, doc: Doc, name: str, pipe: Callable[[Doc], Doc]) -> Doc:
        """The `Doc` with what one component found; without it, and with a warning, where the component fails."""
        try:
            return pipe(doc)
        except OvertimeError:
            raise
        except Exception as error:
            if self.strict:
                raise
            FAULTS.put(doc, [*(FAULTS.found(doc) or []), without(doc, name, error)])
            return doc

    def _parsed(self, doc: Doc) -> Doc:
        for _, pipe in self.parsing:
            doc = pipe(doc)
        return doc

    def _join(self, pieces: list[Doc]) -> Doc:
        """One `Doc` of all pieces; what stands before the base model runs again, now over the whole text."""
        doc = mark_normalized(join(pieces))
        for _, pipe in self._again:
            doc = pipe(doc)
        return doc


def _without_surrogates(article: Article) -> Article:
    """The article with unpaired surrogates replaced, and a warning where there were any."""
    text = well_formed(article.text)
    if text == article.text:
        return article
    return replace(article, text=text, warnings=(*article.warnings, "unpaired surrogates were replaced by U+FFFD"))


def load(  # noqa: PLR0913, what a caller may wish
    *,
    model: str | None = None,
    language: str = "en",
    rules: Path | None = None,
    countries: tuple[str, ...] = (),
    explain: bool = False,
    keep_furniture: bool = False,
    timeout: float | None = SECONDS,
) -> Extractor:
    """A loaded extractor; raises ModelError or TableError.

    `countries` are codes of ISO 3166-1 for articles that have none of their own, `explain` asks for the candidates of
    each place in its record, `keep_furniture` that menus, captions and comments are read like the article, `timeout` is
    the seconds that a megabyte of text may take.
    """
    with remembered(last=True):
        made = _loaded(model, language, rules, countries, explain=explain, keep_furniture=keep_furniture)
    made.timeout = timeout
    return made


def _loaded(  # noqa: PLR0913, as `load`
    model: str | None,
    language: str,
    rules: Path | None,
    countries: tuple[str, ...],
    *,
    explain: bool,
    keep_furniture: bool,
) -> Extractor:
    settings = locate.settings(language)
    nlp = assemble(model=model, language=language, rules=rules)
    words = tables.folder("structure", language=language, rules=str(rules) if rules else None)
    return Extractor(
        nlp,
        versions(model, language=language, rules=rules, countries=countries, keep_furniture=keep_furniture),
        normalize=Normalizer(
            read_words(words),
            dictionary(nlp),
            partial(names, language, str(rules) if rules else None),
            keep_furniture,
        ),
        confidence=Confidence(tables.folder("confidence", language=language, rules=str(rules) if rules else None)),
        order=settings.order,
        piece_length=settings.piece_length,
        countries=countries,
        explain=explain,
    )
