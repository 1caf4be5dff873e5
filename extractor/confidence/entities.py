"""The circumstances of people, organizations and places."""

from collections.abc import Iterator, Sequence

from extractor.confidence.setting import Setting, made
from extractor.record import Mention, Organization, Person, Place

OFTEN = 3
SEVERAL = 2


def of_person(person: Person, setting: Setting) -> Iterator[str]:
    """What is known of a person of the record."""
    named = [each for each in person.mentions if each.type == "name"]
    yield from made(person.rule)
    yield from _named(person.name, named, setting)
    if person.titles:
        yield "has a title"
    if person.roles:
        yield "has a role"
    if any(each.type == "pronoun" for each in person.mentions):
        yield "is spoken of by pronouns"
    if person.id in setting.speaking:
        yield "gives a quote or a figure"


def of_organization(organization: Organization, setting: Setting) -> Iterator[str]:
    """What is known of an organization of the record."""
    named = [each for each in organization.mentions if each.type == "name"]
    yield from made(organization.rule)
    yield from _named(organization.name, named, setting)
    yield f"kind {organization.kind}"
    if organization.acronym or organization.ticker:
        yield "has an acronym"
    if len(named) < len(organization.mentions):
        yield "is spoken of without its name"
    if organization.id in setting.speaking:
        yield "gives a quote or a figure"


def of_place(place: Place, setting: Setting) -> Iterator[str]:
    """What is known of a place of the record."""
    named = [each for each in place.mentions if each.type == "name"]
    yield from made(place.rule)
    yield from _named(place.name, named, setting)
    yield f"kind {place.kind}"
    if place.lat is None:
        yield "is not on the map"
    if place.within is not None:
        yield "stands in another place"
    if place.speaks:
        yield "stands for its government"
    if named and (named[0].text != place.name):
        yield "has another name on the map"
    yield from _around(place, setting)


def _around(place: Place, setting: Setting) -> Iterator[str]:
    """How a place lies to the others."""
    if place.country is None:
        return
    together = setting.countries[place.country]
    if together == 1 and place.kind != "country":
        yield "alone in its country"
    if together == max(setting.countries.values()) and together > SEVERAL:
        yield "in the country of most places"
    if any(each.start < setting.headline for each in place.mentions):
        yield "in the headline"
    dateline = setting.record.dateline
    if dateline is not None and dateline.place == place.id:
        yield "in the dateline"
    if place.admin1 is not None and any(
        other.admin1 == place.admin1 for other in setting.record.places if other is not place
    ):
        yield "beside another place of its state"


def _named(name: str, named: Sequence[Mention], setting: Setting) -> Iterator[str]:
    """How often and how somebody is named, and where first."""
    words = name.split()
    yield f"of {('no word', 'one word', 'two words', 'three words')[len(words)] if len(words) < 4 else 'many words'}"
    if name.isupper():
        yield "in capitals"
    if any(not each.isalpha() for word in words for each in word[:1]):
        yield "with a word that is none"
    if any(word[0].islower() for word in words):
        yield "with a small letter"
    if any(setting.words[word] > 1 for word in words):
        yield "shares a word with another name"
    if len(named) == 1:
        yield "named once"
    elif len(named) >= OFTEN:
        yield "named often"
    if named:
        yield from _first(named[0], setting)


def _first(mention: Mention, setting: Setting) -> Iterator[str]:
    """Where the first mention stands."""
    if setting.opens(mention.start):
        yield "first at the opening of a sentence"
    if mention.end <= setting.headline:
        yield "first in the headline"
    if setting.quoted(mention.start):
        yield "first in a quote"
    line = setting.line(mention.start)
    if len(line.split()) < 8:
        yield "first in a short line"
    before = setting.text[max(0, mention.start - 16) : mention.start].split()
    if before:
        last = before[-1]
        yield "behind a comma" if last[-1] == "," else f"behind {_sort(last)}"
    after = setting.text[mention.end : mention.end + 2]
    if after[:1] in ("'", "’"):
        yield "with a possessive"
    elif after[:1] == ",":
        yield "before a comma"
    elif after[:1] == "-":
        yield "before a hyphen"


def _sort(word: str) -> str:
    """What sort of word stands there, by its letters: prepositions and articles are short and small."""
    if not word[-1].isalnum():
        return "a mark"
    if word[0].isupper():
        return "a capital"
    return "a short word" if len(word) < 4 else "a long word"
