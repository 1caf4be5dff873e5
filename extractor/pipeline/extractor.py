"""The extractor: one loaded pipeline that turns articles into records, one at a time.

One at a time because it is no slower than spaCy's batches on news (the matrices of one article fill the processor),
and because a record must not depend, to the last bit of a float, on which articles happened to stand beside it.
"""

from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor import locate
from extractor.annotations import CALLER
from extractor.article import Article, well_formed
from extractor.collect import collect
from extractor.pipeline.assemble import assemble
from extractor.pipeline.pieces import cut, join, tokenize
from extractor.provenance import versions
from extractor.record import Provenance, Record


class Extractor:
    """A loaded pipeline. `nlp` is the spaCy pipeline itself; `provenance` is what every record says made it."""

    def __init__(self, nlp: Language, provenance: Provenance, *, order: tuple[str, ...], piece_length: int) -> None:
        self.nlp = nlp
        self.provenance = provenance
        self._piece_length = piece_length
        rules = order[order.index(locate.BASE) + 1 :]
        self._parsing = [(name, pipe) for name, pipe in nlp.pipeline if name not in rules]
        self._rules = [(name, pipe) for name, pipe in nlp.pipeline if name in rules]
        self._again = [(name, pipe) for name, pipe in nlp.pipeline if name in order[: order.index(locate.BASE)]]

    def record(self, article: Article) -> Record:
        """The article's record. Spans, and all else that spaCy made of it, are freed."""
        article = _without_surrogates(article)
        with self.nlp.memory_zone():
            return collect(self.doc(article), article, self.provenance)

    def doc(self, article: Article) -> Doc:
        """The annotated `Doc`, for those who want to go on in spaCy; its text is the article's."""
        pieces = [self._parse(piece) for piece in cut(article.text, self._piece_length)]
        doc = pieces[0] if len(pieces) == 1 else self._join(pieces)
        CALLER.put(
            doc,
            {
                "published": article.published.isoformat() if article.published else None,
                "title": article.title,
                "publisher": article.publisher,
                "source": article.source,
            },
        )
        for _, pipe in self._rules:
            doc = pipe(doc)
        return doc

    def _parse(self, text: str) -> Doc:
        doc = tokenize(self.nlp, text)
        for _, pipe in self._parsing:
            doc = pipe(doc)
        return doc

    def _join(self, pieces: list[Doc]) -> Doc:
        """One `Doc` of all pieces; what stands before the base model runs again, now over the whole text."""
        doc = join(pieces)
        for _, pipe in self._again:
            doc = pipe(doc)
        return doc


def _without_surrogates(article: Article) -> Article:
    """The article with unpaired surrogates replaced, and a warning where there were any."""
    text = well_formed(article.text)
    if text == article.text:
        return article
    return replace(article, text=text, warnings=(*article.warnings, "unpaired surrogates were replaced by U+FFFD"))


def load(*, model: str | None = None, language: str = "en", rules: Path | None = None) -> Extractor:
    """A loaded extractor; raises ModelError or TableError."""
    settings = locate.settings(language)
    return Extractor(
        assemble(model=model, language=language, rules=rules),
        versions(model, language=language, rules=rules),
        order=settings.order,
        piece_length=settings.piece_length,
    )
