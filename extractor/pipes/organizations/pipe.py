"""`news_organizations`: one entry an organization, with acronym and kind."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import NAMES, ORGANIZATIONS, OrganizationFound, text_of
from extractor.pipes.organizations.identity import NameAt, Organization, kind_of, organizations
from extractor.pipes.organizations.words import Words, read

BESIDE = 60
"""Characters before and behind a name that are read for what they tell of it."""


@Language.factory(
    "news_organizations",
    assigns=["doc._.organizations"],
    requires=["doc._.names"],
    default_config={"language": "en", "rules": None},
)
class NewsOrganizations(tables.Tabled):
    """Decides which names are one organization's, and its kind. Reads `doc._.names`, writes `doc._.organizations`."""

    component = "organizations"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        found = organizations(_names(doc), self._words)
        ORGANIZATIONS.put(doc, [self._found(organization) for organization in found])
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._words: Words = read(folder)

    def _found(self, organization: Organization) -> OrganizationFound:
        mentions = sorted((name.start, name.end) for name in organization.names)
        return {
            "name": organization.full.text,
            "acronym": organization.acronym,
            "kind": kind_of(organization, self._words),
            "mentions": [{"start": start, "end": end, "type": "name"} for start, end in mentions],
            "rule": organization.full.rule,
        }


def _names(doc: Doc) -> list[NameAt]:
    """The organizations' names of the article, in order."""
    text = text_of(doc)
    return [
        NameAt(
            start=name["start"],
            end=name["end"],
            text=" ".join(text[name["start"] : name["end"]].split()),
            known=name.get("known"),
            before=text[max(0, name["start"] - BESIDE) : name["start"]],
            after=text[name["end"] : name["end"] + BESIDE],
            rule=name["rule"],
        )
        for name in NAMES.of(doc)
        if name["kind"] == "organization"
    ]
