"""Which person or organization gives a figure: the quote's speaker where it is that, else whom the words name."""

from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import ORGANIZATIONS, PEOPLE, REFERENCES, Stretch
from extractor.pipes.attribution.sources import Given
from extractor.syntax import Layout


class Entity(NamedTuple):
    """Indices of the person or the organization that gives a figure, and its voice: the person, the organizations that
    person speaks for, and the words for both, by which two givers are compared. Empty for the paper itself.
    """

    person: int | None
    organization: int | None
    voice: frozenset[str]


NAMING = frozenset({"NOUN", "PROPN"})


class Entities:
    """Whom the words of an article name, by the offsets of the mention."""

    def __init__(self, doc: Doc) -> None:
        references = REFERENCES.of(doc)
        self._speakers, self._employers = references["speakers"], references["employers"]
        self._persons = PEOPLE.of(doc)
        self._people: dict[tuple[int, int], int] = {}
        self._organizations: dict[tuple[int, int], int] = {}
        for index, person in enumerate(PEOPLE.of(doc)):
            self._people.update({(m["start"], m["end"]): index for m in person["mentions"]})
        for mention in references["mentions"]:
            self._people[mention["start"], mention["end"]] = mention["person"]
        for index, organization in enumerate(ORGANIZATIONS.of(doc)):
            self._organizations.update({(m["start"], m["end"]): index for m in organization["mentions"]})

    @classmethod
    def of(cls, doc: Doc) -> "Entities":
        """The entities of an annotated article."""
        return cls(doc)

    def of_source(self, given: Given, layout: Layout) -> Entity:
        """Who gives a figure; without person and organization where the words name none."""
        source = given.source
        if source is None:
            return Entity(None, None, frozenset())
        if given.speaker and given.quote is not None:
            spoken = self._speakers[given.quote]
            person, organization = spoken["person"], spoken["organization"]
        else:
            person = self._named(self._people, source["start"], source["end"], layout)
            organization = self._named(self._organizations, source["start"], source["end"], layout)
        voice = {word.text.lower() for word in layout.doc[slice(*_ends(layout, source))] if word.pos_ in NAMING}
        if person is not None:
            words = " ".join(self._persons[person]["roles"]).lower().split()
            roles = [word for word in words if not layout.doc.vocab[word].is_stop]
            firms = (f"organization-{index}" for index in self._employers[person])
            return Entity(person, None, frozenset({f"person-{person}", *firms, *voice, *roles}))
        if organization is not None:
            return Entity(None, organization, frozenset({f"organization-{organization}", *voice}))
        return Entity(None, None, frozenset(voice or {layout.text[source["start"] : source["end"]].lower()}))

    def _named(self, known: dict[tuple[int, int], int], start: int, end: int, layout: Layout) -> int | None:
        """The entity whose mention holds the head of the words: "the Norland Red Cross", not "an aide to Ann Lee"."""
        span = layout.tokens(start, end)
        head = layout.doc[span[0] : span[-1] + 1].root if len(span) else None
        if head is None:
            return None
        for (first, last), index in known.items():
            if start <= first and last <= end and first <= head.idx < last:
                return index
        return None


def _ends(layout: Layout, source: Stretch) -> tuple[int, int]:
    """The first token of the words, and the one behind them."""
    span = layout.tokens(source["start"], source["end"])
    return span.start, span.stop
