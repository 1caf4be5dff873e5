"""`news_reference`: "he", "the rebel leader", and whom the speaker of a quote is."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import DESCRIPTIONS, NAMES, ORGANIZATIONS, PEOPLE, QUOTES, REFERENCES
from extractor.pipes.reference.bodies import extended, with_bodies
from extractor.pipes.reference.described import all_roles, said_of
from extractor.pipes.reference.employers import employers
from extractor.pipes.reference.entities import Index
from extractor.pipes.reference.resolution import Resolver
from extractor.pipes.reference.scene import entities_of, interview_of, scene_of, spoken
from extractor.pipes.reference.speakers import speakers
from extractor.pipes.reference.words import Words


@Language.factory(
    "news_reference",
    assigns=["doc._.references", "doc._.organizations"],
    requires=[
        "doc._.names",
        "doc._.descriptions",
        "doc._.people",
        "doc._.organizations",
        "doc._.figures",
        "doc._.quotes",
    ],
    default_config={"language": "en", "rules": None},
)
class NewsReference(tables.Tabled):
    """Gives pronouns and descriptions to people, and quotes to people and organizations; sets `doc._.references`.

    Bodies that speak and are known by whose they are ("the Vogt campaign") become organizations here, as "her campaign"
    is nobody's before "her" is somebody.
    """

    component = "reference"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        entities = entities_of(PEOPLE.of(doc), ORGANIZATIONS.of(doc), self._words)
        scene = scene_of(doc, self._words, entities)
        mentions = Resolver(scene).run()
        references = Index.of((one["start"], one["end"], one["person"]) for one in mentions)
        entities = entities._replace(references=references)
        found = with_bodies(ORGANIZATIONS.of(doc), PEOPLE.of(doc), QUOTES.of(doc), scene.layout, entities)
        ORGANIZATIONS.put(doc, found)
        turns = interview_of(scene, mentions)
        entities = extended(found, entities)._replace(asked=None if turns is None else turns.asked)
        told = speakers(QUOTES.of(doc), scene.layout, entities)
        mentions += list(spoken(scene, [speaker["person"] for speaker in told], turns))
        mentions.sort(key=lambda one: one["start"])
        people = PEOPLE.of(doc)
        more = said_of(people, mentions, DESCRIPTIONS.of(doc))
        serves = employers(NAMES.of(doc), people, more, entities.organizations, scene.layout)
        roles = all_roles(people, more)
        REFERENCES.put(doc, {"mentions": mentions, "speakers": told, "roles": roles, "employers": serves})
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._words = Words.of(folder)
