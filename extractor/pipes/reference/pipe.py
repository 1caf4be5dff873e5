"""`news_reference`: "he", "the rebel leader", and whom the speaker of a quote is."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import NAMES, ORGANIZATIONS, PEOPLE, QUOTES, REFERENCES
from extractor.pipes.reference.employers import employers
from extractor.pipes.reference.resolution import Resolver
from extractor.pipes.reference.scene import entities_of, first_person, scene_of
from extractor.pipes.reference.speakers import Index, speakers
from extractor.pipes.reference.words import Words


@Language.factory(
    "news_reference",
    assigns=["doc._.references"],
    requires=["doc._.names", "doc._.people", "doc._.organizations", "doc._.figures", "doc._.quotes"],
    default_config={"language": "en", "rules": None},
)
class NewsReference:
    """Gives pronouns and descriptions to people, and quotes to people and organizations; sets `doc._.references`."""

    def __init__(self, nlp: Language, name: str, language: str, rules: str | None) -> None:  # noqa: ARG002
        self.name = name
        self._use(tables.folder("reference", language=language, rules=rules))

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        entities = entities_of(PEOPLE.of(doc), ORGANIZATIONS.of(doc), self._words)
        scene = scene_of(doc, self._words, entities)
        mentions = Resolver(scene).run()
        references = Index.of((one["start"], one["end"], one["person"]) for one in mentions)
        spoken = speakers(QUOTES.of(doc), scene.layout, entities._replace(references=references))
        mentions += first_person(scene, [speaker["person"] for speaker in spoken])
        mentions.sort(key=lambda one: one["start"])
        serves = employers(NAMES.of(doc), PEOPLE.of(doc), entities.organizations, scene.layout)
        REFERENCES.put(doc, {"mentions": mentions, "speakers": spoken, "employers": serves})
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy's signature
        """Write the tables."""
        self._folder.to_disk(path)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "NewsReference":  # noqa: ARG002
        """Read the tables that `to_disk` wrote."""
        self._use(tables.Folder.from_disk("reference", path))
        return self

    def _use(self, folder: tables.Folder) -> None:
        self._folder = folder
        self._words = Words.of(folder)
