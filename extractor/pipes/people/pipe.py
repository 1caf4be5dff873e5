"""`news_people`: one entry a person, with every name, the titles and the roles."""

import re
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import NAMES, PEOPLE, PersonFound, text_of
from extractor.pipes.people.aliases import Alias, aliases, leading, pattern
from extractor.pipes.people.forms import forms
from extractor.pipes.people.gathered import Figure, NameAt
from extractor.pipes.people.identity import people, spans
from extractor.pipes.people.variants import Nickname, Variants
from extractor.syntax.lists import Listed, Lists
from extractor.syntax.roles import distinct

SHORT = re.compile(r"\b(?:[A-Z]\.){2}")
"""A country in short: "U.S."."""


@Language.factory(
    "news_people",
    assigns=["doc._.people"],
    requires=["doc._.names"],
    default_config={"language": "en", "rules": None},
)
class NewsPeople(tables.Tabled):
    """Decides which names are one person's. Reads `doc._.names`, writes `doc._.people`."""

    component = "people"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        names = _names(doc)
        joined = aliases(text_of(doc), names, self._joined, self._leading) if names else []
        PEOPLE.put(doc, [_found(figure) for figure in people(names, self._variants, joined)])
        return doc

    def _use(self, folder: tables.Folder) -> None:
        self._variants = Variants(folder.rows("nicknames.csv", Nickname))
        self._joined = pattern(folder.rows("aliases.csv", Alias), Lists(folder.rows("phrases.csv", Listed)))
        self._leading = leading(folder.rows("aliases.csv", Alias))


def _names(doc: Doc) -> list[NameAt]:
    """The people's names of the article, in order."""
    found: list[NameAt] = []
    for name in NAMES.of(doc):
        person = name.get("person")
        if name["kind"] != "person" or person is None:
            continue
        found.append(
            NameAt(
                start=name["start"],
                end=name["end"],
                full=person["full"],
                given=tuple(person["given"]),
                surname=person["surname"],
                suffix=person["suffix"],
                nickname=person["nickname"],
                titles=tuple(title["text"] for title in name["titles"]),
                genders=tuple(title["gender"] for title in name["titles"]),
                roles=tuple(role["text"] for role in person["roles"]),
                gender=person["gender"],
                firm=person["firm"],
                couple=person["couple"],
                rule=name["rule"],
                kin=person.get("kin", False),
                other=person.get("other", ""),
            )
        )
    return found


def _found(figure: Figure) -> PersonFound:
    names = sorted(figure.names)
    titles = list(dict.fromkeys(title for name in names for title in name.titles))
    roles = distinct(role for name in names for role in name.roles)
    return {
        "name": figure.full.full,
        "aliases": forms(
            figure.full.full,
            (form for name in names for form in (name.full, name.nickname, name.other) if form),
        ),
        "titles": [title for title in titles if not _is_told(title, roles)],
        "roles": roles,
        "gender": figure.gender,
        "mentions": [{"start": start, "end": end, "type": "name"} for start, end in spans(names)],
        "rule": figure.full.rule,
    }


def _is_told(title: str, roles: Iterable[str]) -> bool:
    """Whether a role has the title with the country in short: "District Judge" where there is "U.S. District Judge"."""
    return any(role.endswith(f" {title}") and SHORT.search(role, 0, len(role) - len(title)) for role in roles)
