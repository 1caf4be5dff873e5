"""`news_organizations`: one entry an organization, with acronym, ticker and kind, and what it is called by."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import FRAME, NAMES, ORGANIZATIONS, KnownOrganization, OrganizationFound, text_of
from extractor.annotations.trace import note
from extractor.pipes.organizations.identity import NameAt, Organization, organizations
from extractor.pipes.organizations.kinds import told
from extractor.pipes.organizations.nominals import NamedAt, nominals
from extractor.pipes.organizations.tickers import ticker
from extractor.pipes.organizations.words import Words, read

BESIDE = 60
"""Characters before and behind a name that are read for what they tell of it."""


@Language.factory(
    "news_organizations",
    assigns=["doc._.organizations"],
    requires=["doc._.names", "doc._.frame"],
    default_config={"language": "en", "rules": None},
)
class NewsOrganizations(tables.Tabled):
    """Decides which names are one organization's, and its kind. Reads `doc._.names`, writes `doc._.organizations`."""

    component = "organizations"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        text = text_of(doc)
        found = [self._found(doc, text, organization) for organization in organizations(_names(doc), self._words)]
        self._call(doc, found)
        ORGANIZATIONS.put(doc, found)
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._words: Words = read(folder)

    def _found(self, doc: Doc, text: str, organization: Organization) -> OrganizationFound:
        mentions = sorted((name.start, name.end) for name in organization.names)
        step, kind = told(organization, self._words)
        at = (organization.full.start, organization.full.end)
        note(doc, self.component, at, f"organizations/kinds: {step}", outcome=kind, row=organization.full.rule)
        symbols = (ticker(text, end, self._words.brackets) for _, end in mentions)
        return {
            "name": organization.full.text,
            "acronym": organization.acronym,
            "ticker": next(filter(None, symbols), None),
            "kind": kind,
            "mentions": [{"start": start, "end": end, "type": "name"} for start, end in mentions],
            "rule": organization.full.rule,
        }

    def _call(self, doc: Doc, found: list[OrganizationFound]) -> None:
        """Give each organization the places where it is called by what it is."""
        named = sorted(
            NamedAt(
                mention["start"],
                mention["end"],
                number,
                one["kind"],
                words=frozenset(one["name"].lower().split()),
                is_initials=one["name"].isupper(),
            )
            for number, one in enumerate(found)
            for mention in one["mentions"]
        )
        for nominal in nominals(doc, named, self._words.called):
            found[nominal.number]["mentions"].append({"start": nominal.start, "end": nominal.end, "type": "nominal"})


def _agency(text: str, agency: str | None) -> KnownOrganization | None:
    """What the dateline tells: the article's agency is of the media, whether readers know it or not."""
    return {"name": text, "acronym": None, "kind": "media"} if text == agency else None


def _names(doc: Doc) -> list[NameAt]:
    """The organizations' names of the article, in order."""
    text, agency = text_of(doc), FRAME.of(doc)["agency"]
    return [
        NameAt(
            start=name["start"],
            end=name["end"],
            text=" ".join(text[name["start"] : name["end"]].split()),
            known=name.get("known") or _agency(text[name["start"] : name["end"]], agency),
            before=text[max(0, name["start"] - BESIDE) : name["start"]],
            after=text[name["end"] : name["end"] + BESIDE],
            rule=name["rule"],
            team=name.get("stands_for") == "team",
        )
        for name in NAMES.of(doc)
        if name["kind"] == "organization"
    ]
