"""`news_figures`: what each number is a figure of, how sure it is, and in which role people are counted."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import FIGURES
from extractor.pipes.figures.ages import Lives
from extractor.pipes.figures.companions import Companions
from extractor.pipes.figures.composites import Composite, Composites
from extractor.pipes.figures.exclusions import Exclusion, Exclusions
from extractor.pipes.figures.figures import figures
from extractor.pipes.figures.frames import Role
from extractor.pipes.figures.hedges import Hedge, Hedges
from extractor.pipes.figures.knowledge import Knowledge
from extractor.pipes.figures.leaving import Leaving
from extractor.pipes.figures.lexicon import Entry, Lexicon
from extractor.pipes.figures.modality import Modalities, Modality
from extractor.pipes.figures.multiples import Multiple, Multiples
from extractor.pipes.figures.nouns import Nouns
from extractor.pipes.figures.ranges import Ranges
from extractor.pipes.figures.rates import Per
from extractor.pipes.figures.retold import Retold
from extractor.pipes.figures.roles import Roles
from extractor.pipes.figures.settle import Settling
from extractor.pipes.figures.singles import Person, Singles
from extractor.pipes.figures.spans import Spanned, Spans
from extractor.pipes.figures.times import Clock
from extractor.pipes.figures.trends import Trend, Trends
from extractor.pipes.figures.units import Unit, Units
from extractor.syntax.lists import Listed, Lists


@Language.factory(
    "news_figures",
    assigns=["doc._.figures"],
    requires=["doc._.numbers", "doc._.dates", "doc._.people"],
    default_config={"language": "en", "rules": None},
)
class NewsFigures(tables.Tabled):
    """Finds figures. Reads numbers, dates, people, the frame's regions and the parse, writes `doc._.figures`."""

    component = "figures"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        FIGURES.put(doc, figures(doc, self._known))
        return doc

    def _use(self, folder: tables.Folder) -> None:
        lists = Lists(folder.rows("phrases.csv", Listed))
        units = Units(folder.rows("units.csv", Unit), folder.rows("per.csv", Per), lists)
        lexicon = Lexicon(folder.rows("words.csv", Entry))
        people = frozenset(row.noun for row in folder.rows("people.csv", Person))
        roles = Roles(folder.rows("roles.csv", Role), lexicon, people, lists)
        leaving = Leaving.of(lists)
        self._known = Knowledge(
            units=units,
            lives=Lives(lexicon, lists, people | roles.frames.told()),
            hedges=Hedges(folder.rows("hedges.csv", Hedge), lists),
            exclusions=Exclusions(folder.rows("exclusions.csv", Exclusion), lists),
            trends=Trends(folder.rows("trends.csv", Trend), lexicon, lists),
            roles=roles,
            singles=Singles(people, roles.frames.words()),
            modalities=Modalities(folder.rows("modality.csv", Modality)),
            multiples=Multiples(folder.rows("multiples.csv", Multiple), lists),
            nouns=Nouns(lexicon, units.words(), lists.words("more")),
            ranges=Ranges(lexicon, lists, Composites(folder.rows("composites.csv", Composite))),
            spans=Spans(folder.rows("spans.csv", Spanned)),
            retold=Retold(lexicon, leaving),
            settling=Settling(lexicon),
            companions=Companions(people, lists),
            leaving=leaving,
            clock=Clock(lists),
        )
