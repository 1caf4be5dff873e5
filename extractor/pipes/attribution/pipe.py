"""`news_attribution`: who gives each figure, and where the article's figures agree and differ."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import ATTRIBUTIONS, DATES, FIGURES, PLACES, QUOTES, REFERENCES, SPEAKING, text_of
from extractor.pipes.attribution.agreement import Context, Words, links
from extractor.pipes.attribution.givers import Giver, Givers
from extractor.pipes.attribution.sources import Given, sources
from extractor.pipes.attribution.speaking import speaking
from extractor.pipes.attribution.surroundings import by_sentence


@Language.factory(
    "news_attribution",
    assigns=["doc._.attributions", "doc._.speaking"],
    requires=["doc._.places", "doc._.dates", "doc._.figures", "doc._.quotes", "doc._.references"],
    default_config={"language": "en", "rules": None},
)
class NewsAttribution:
    """Says who gives each figure, which repeat it and which contradict it; sets `doc._.attributions`."""

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None) -> None:  # noqa: ARG002
        self.name = name
        self._use(tables.folder("attribution", language=language, rules=rules))

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        figures, text = FIGURES.of(doc), text_of(doc)
        given = [
            one if one.quote is not None else Given(None, self._givers.giver(doc, figure))
            for one, figure in zip(sources(figures, QUOTES.of(doc)), figures, strict=True)
        ]
        sentences = [figure["sentence"] for figure in figures]
        context = Context(
            places=by_sentence(
                sentences, ((m["start"], place["name"]) for place in PLACES.of(doc) for m in place["mentions"])
            ),
            dates=by_sentence(
                sentences, ((d["start"], d["value"]) for d in DATES.of(doc) if d["type"] == "DATE" and d["value"])
            ),
            sources=[_source(doc, text, one) for one in given],
        )
        found = links(text, figures, self._words, context)
        ATTRIBUTIONS.put(doc, [{**one._asdict(), **link._asdict()} for one, link in zip(given, found, strict=True)])  # type: ignore[typeddict-item]
        told = [quote["speaker"] for quote in QUOTES.of(doc)] + [one.source for one in given]
        SPEAKING.put(doc, speaking(text, PLACES.of(doc), (each for each in told if each is not None)))
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy's signature
        """Write the tables."""
        self._folder.to_disk(path)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "NewsAttribution":  # noqa: ARG002
        """Read the tables that `to_disk` wrote."""
        self._use(tables.Folder.from_disk("attribution", path))
        return self

    def _use(self, folder: tables.Folder) -> None:
        self._folder = folder
        self._words = Words.of(folder)
        self._givers = Givers(folder.rows("givers.csv", Giver))


def _source(doc: Doc, text: str, given: Given) -> str | None:
    """Who gives a figure, as a key: the entity where there is one, else the words."""
    if given.quote is None:
        return None if given.source is None else text[given.source["start"] : given.source["end"]].lower()
    speaker = REFERENCES.of(doc)["speakers"][given.quote]
    for kind, number in (("person", speaker["person"]), ("organization", speaker["organization"])):
        if number is not None:
            return f"{kind}-{number}"
    return None if given.source is None else text[given.source["start"] : given.source["end"]].lower()
