"""`news_events`: what happened, where, when, and the toll by source."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import EVENTS, EventFound, caller
from extractor.pipes.events.gather import gather
from extractor.pipes.events.headline import counts
from extractor.pipes.events.setting import Setting
from extractor.pipes.events.words import Words


@Language.factory(
    "news_events",
    assigns=["doc._.events"],
    requires=["doc._.frame", "doc._.places", "doc._.dates", "doc._.figures", "doc._.attributions"],
    default_config={"language": "en", "rules": None},
)
class NewsEvents:
    """Puts the incidents of an article together from its figures, places and dates; sets `doc._.events`."""

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None) -> None:  # noqa: ARG002
        self.name = name
        self._use(tables.folder("events", language=language, rules=rules))

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        EVENTS.put(doc, self._found(doc))
        return doc

    def _found(self, doc: Doc) -> list[EventFound]:
        headline = list(counts(caller(doc)["title"] or "", self._words))
        return gather(Setting.of(doc, self._words), headline, self._words)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy's signature
        """Write the tables."""
        self._folder.to_disk(path)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "NewsEvents":  # noqa: ARG002
        """Read the tables that `to_disk` wrote."""
        self._use(tables.Folder.from_disk("events", path))
        return self

    def _use(self, folder: tables.Folder) -> None:
        self._folder = folder
        self._words = Words.of(folder)
