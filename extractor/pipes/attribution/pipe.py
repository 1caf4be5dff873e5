"""`news_attribution`: who gives each figure, where and when it holds, where figures agree and where they differ."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import ATTRIBUTIONS, DATES, FIGURES, PLACES, QUOTES, SPEAKING, Attribution, text_of
from extractor.pipes.attribution.counted import Surroundings, counted
from extractor.pipes.attribution.entities import Entities
from extractor.pipes.attribution.links import links
from extractor.pipes.attribution.settings import Settings, home
from extractor.pipes.attribution.sources import sources
from extractor.pipes.attribution.speaking import speaking
from extractor.pipes.attribution.words import Words
from extractor.syntax import Layout


@Language.factory(
    "news_attribution",
    assigns=["doc._.attributions", "doc._.speaking"],
    requires=["doc._.places", "doc._.dates", "doc._.figures", "doc._.quotes", "doc._.references"],
    default_config={"language": "en", "rules": None},
)
class NewsAttribution(tables.Tabled):
    """Says who gives each figure, which repeat it and which contradict it; sets `doc._.attributions`."""

    component = "attribution"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        found = self._found(doc) if FIGURES.of(doc) else []
        ATTRIBUTIONS.put(doc, found)
        told = [quote["speaker"] for quote in QUOTES.of(doc)] + [one["source"] for one in found]
        SPEAKING.put(doc, speaking(text_of(doc), PLACES.of(doc), (each for each in told if each is not None)))
        return doc

    def _found(self, doc: Doc) -> list[Attribution]:
        figures, places, dates, words = FIGURES.of(doc), PLACES.of(doc), DATES.of(doc), self._words
        layout, entities = Layout(doc), Entities.of(doc)
        given = sources(doc, figures, QUOTES.of(doc), words.givers)
        givers = [entities.of_source(one, layout) for one in given]
        settings = Settings(layout, places, dates, words)
        held = [settings.of(figure, one.source) for figure, one in zip(figures, given, strict=True)]
        around = Surroundings(
            layout, places, dates, settings, [giver.voice for giver in givers], held, home(figures, held)
        )
        linked = links([counted(i, figure, around, words) for i, figure in enumerate(figures)], around, words)
        found: list[Attribution] = []
        for one, giver, link, at in zip(given, givers, linked, held, strict=True):
            found.append(
                {
                    "quote": one.quote,
                    "source": one.source,
                    "person": giver.person,
                    "organization": giver.organization,
                    "stands": link.stands,
                    "same_as": link.same_as,
                    "part_of": link.part_of,
                    "conflicts_with": link.conflicts_with,
                    "updates": link.updates,
                    "place": at.place,
                    "date": at.date,
                }
            )
        return found

    def _use(self, folder: tables.Folder) -> None:
        self._words = Words.of(folder)
