"""`news_places`: where the article's places are, offline."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import PLACES, caller, regions_of, text_of, within
from extractor.pipes.places.candidates import candidates
from extractor.pipes.places.entries import places
from extractor.pipes.places.explain import explained
from extractor.pipes.places.hosts import hosts
from extractor.pipes.places.named import Named, without_stems
from extractor.pipes.places.nominals import nominals, without_origins
from extractor.pipes.places.recognition import Recognition, speaking
from extractor.pipes.places.resolution import Outside, resolve
from extractor.pipes.places.spots import Shape
from extractor.pipes.places.taken import Taken
from extractor.pipes.places.voters import counties, hinted, homes, voters
from extractor.pipes.places.words import Words, read


@Language.factory(
    "news_places",
    assigns=["doc._.places"],
    requires=["doc._.frame", "doc._.names"],
    default_config={"language": "en", "rules": None},
)
class NewsPlaces(tables.Tabled):
    """Finds places and puts them on the map. Reads `doc._.names`, `doc._.frame` and the text, writes `doc._.places`."""

    component = "places"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        text = text_of(doc)
        spots, taken = self._recognition.spots(doc)
        furniture = regions_of(doc, "furniture")
        placed = Taken((spot.start, spot.end) for spot in spots)
        origins = [
            one
            for one in nominals(text, self._words)
            if not taken.crosses(one.start, one.end)
            and not placed.reaches_beyond(one.start, one.end)
            and not within(furniture, one.start)
        ]
        spots = without_origins(spots, origins)
        named = without_stems(
            [
                Named(spot, " ".join(text[spot.start : spot.end].split()), candidates(text, spot, self._words))
                for spot in spots
            ],
            self._words.ways,
        )
        named = [one for one in named if one.candidates or one.name.lower() not in self._words.directions]
        outside = Outside(
            homes=homes(doc, self._words),
            organizations=voters(doc, text, self._words),
            offices=counties(doc, text, self._words),
            hints=hinted(text, self._words),
            origins=[one.place for one in origins],
            countries=caller(doc).get("countries", ()),
        )
        resolved = resolve(named, text, outside, self._words.beside, self._words.weights)
        towns = hosts(named, resolved.senses, text, self._words.beside)
        why = explained(named, resolved) if caller(doc).get("explain") else None
        found = places(named, resolved.senses, towns, origins, speaking=speaking(doc), why=why)
        PLACES.put(doc, found)
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._words: Words = read(folder)
        self._recognition = Recognition(self._words, Shape(self._words))
