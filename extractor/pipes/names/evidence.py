"""What speaks for a name's being a person's, an organization's, a place's or none, at one of its mentions.

Each ground is a circumstance with a name, whose weights `weights.csv` holds; this module tells which of them hold.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.pipes.names.context import beside
from extractor.pipes.names.descriptions import Described
from extractor.pipes.names.lexicon import Head, Verb
from extractor.pipes.names.page import (
    HYPHENS,
    OTHER_LABELS,
    PLACE_LABELS,
    Candidate,
    Page,
    is_initial,
    is_name_word,
    text_of,
)
from extractor.pipes.names.weights import KINDS, Kind

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SPEAKING = frozenset({"speaker", "office"})
"""What verbs ask of their subject that say something, or do what is said of governments."""
AMOUNT = ("known place", "known place of two words", "known place of three words")
LIKE: dict[Kind, str] = {
    "organization": "full name like an organization's",
    "place": "full name like a place's",
    "none": "full name like no name",
}


class Evidence(NamedTuple):
    """Weights for each kind. `firm` is what the `grounds` say, counted once an article: the name, its titles and
    descriptions. `label` is the base model's opinion, averaged over the mentions. `ship` is whether a ship is named,
    `local` whether it stands where places do, `inner` whether it stands where hardly anything else does ("in Duluth").
    """

    firm: dict[Kind, float]
    grounds: list[str]
    label: Kind | None
    local: bool
    human: str
    speaks: bool
    inner: bool = False

    @property
    def articled(self) -> bool:
        """Whether the definite article stands before the name."""
        return "behind the article" in self.grounds

    @property
    def ship(self) -> bool:
        """Whether what stands before the name, or its first word, makes it a ship's or a storm's."""
        return "behind a ship's noun" in self.grounds or "first word: none" in self.grounds


def evidence(page: Page, candidate: Candidate, described: Described) -> Evidence:
    """The evidence of one mention."""
    grounds = [*_of_name(page, candidate), *_of_finding(candidate), *beside(page, candidate, described)]
    firm = dict.fromkeys(KINDS, 0.0)
    for ground in grounds:
        for kind, weight in page.lexicon.weights[ground].items():
            firm[kind] += weight
    verb = _verb(page, candidate)
    return Evidence(
        firm,
        grounds,
        label_kind(candidate.label),
        local=_stands_behind(page, candidate, page.lexicon.words.local),
        human=_human(page, candidate, verb),
        speaks=verb is not None and verb.subject in SPEAKING,
        inner=_stands_behind(page, candidate, page.lexicon.words.inner),
    )


def label_kind(label: str) -> Kind | None:
    """The kind that a base label stands for; None for a name that the base model did not see."""
    if label == "PERSON":
        return "person"
    if label == "ORG":
        return "organization"
    if label in PLACE_LABELS:
        return "place"
    return "none" if label in OTHER_LABELS else None


def _of_name(page: Page, candidate: Candidate) -> Iterator[str]:
    """What the words of the name say."""
    words = page.texts[candidate.start : candidate.end]
    name = text_of(page, candidate.start, candidate.end)
    alphabetic = [word for word in words if word not in HYPHENS]
    yield from _of_tables(page, name, alphabetic)
    yield from _of_ends(page, name, alphabetic)
    if "&" in words:
        yield "ampersand"
    if name.lower().endswith(tuple(page.lexicon.words.streets)) and len(name) > 6:
        yield "ends like a street"
    yield from _of_first_names(page, words, alphabetic)
    if _is_partners(page, candidate, alphabetic):
        yield "surnames alone"
    if len(alphabetic) == 2 and alphabetic[0].lower() in page.lexicon.words.fields and _is_land(page, alphabetic[1]):
        yield "field and land"
    if len(words) == 1 and name.isupper() and 2 <= len(name) <= 6 and name.isalpha():
        yield "capitals"
    yield from _of_surname(page, words, candidate.label)


def _is_partners(page: Page, candidate: Candidate, words: list[str]) -> bool:
    """Whether a name of three words has no first name and ends like a firm of partners: "Kohlberg Kravis Roberts"."""
    folded = [word.lower() for word in words]
    known = all(word in page.lexicon.surnames and word not in page.lexicon.given for word in folded)
    return len(words) == 3 and candidate.end - candidate.start == 3 and known and not candidate.titles


def _is_land(page: Page, word: str) -> bool:
    return word.lower() in page.lexicon.places


def _of_tables(page: Page, name: str, words: list[str]) -> Iterator[str]:
    if name in page.lexicon.known:
        telling = len(words) > 1 or not name.isalpha() or name.isupper()
        yield "known organization" if telling else "known organization of one word"
    if name in page.lexicon.things:
        yield "known thing"
    if name.lower() in page.lexicon.seats:
        yield "seat of power"
    if name.lower() in page.lexicon.places:
        yield AMOUNT[min(3, len(words)) - 1]
    elif len(words) > 1 and page.lexicon.is_town(name.lower().replace("-", " ")):
        yield "town of several words"


def _of_ends(page: Page, name: str, words: list[str]) -> Iterator[str]:
    """What the first and last words say: "Bank", "Street", "Lake", "USS"."""
    lexicon, many = page.lexicon, len(words) > 1
    head = head_of(page, words)
    if head is not None and (many or words[0].lower() not in lexicon.given):  # "Bill", "Grant"
        # A lone "Town" or "Council" names nothing, unless the tables know it ("the Senate").
        yield f"last word: {head.kind}" if many or name in lexicon.known else "last word alone"
    elif many and any((row := lexicon.heads.get(word)) and row.kind == "organization" for word in words[1:]):
        yield "organization's word inside"
    if many and (opener := lexicon.openers.get(words[0])) is not None:
        yield f"first word: {opener.kind}"


def _of_first_names(page: Page, words: list[str], alphabetic: list[str]) -> Iterator[str]:
    lexicon, first, many = page.lexicon, alphabetic[0].lower(), len(alphabetic) > 1
    if first in lexicon.given:
        yield "first name and more" if many else "first name alone"
    if many and any(is_initial(word) for word in alphabetic[:-1]):
        quarter = len(alphabetic) == 2 and alphabetic[0][0] in "NSEW" and alphabetic[1].lower() in lexicon.places
        yield "quarter of a place" if quarter else "initials"  # "N. Korea"
    if many and _has_particle(page, words, alphabetic):
        yield "particle inside"
    yield from _of_forms(page, words, alphabetic)


def _has_particle(page: Page, words: list[str], alphabetic: list[str]) -> bool:
    """Whether a surname's particle stands inside, and the name is no town's ("Santiago de Chuco")."""
    inside = any(word in page.lexicon.particles for word in alphabetic[1:-1]) and "of" not in words
    return inside and not page.lexicon.is_town(" ".join(words).lower())


def _of_forms(page: Page, words: list[str], alphabetic: list[str]) -> Iterator[str]:
    """What initials without full stops and generations say."""
    lexicon, first, many = page.lexicon, alphabetic[0].lower(), len(alphabetic) > 1
    if _is_short(page, words) and head_of(page, alphabetic) is None and " ".join(words).lower() not in lexicon.places:
        yield "initials without stops"
    generation = (suffix := lexicon.suffixes.get(alphabetic[-1])) is not None and suffix.kind != "credential"
    if generation and (first in lexicon.given or not many):
        yield "generation"


def _is_short(page: Page, words: list[str]) -> bool:
    """Whether two initials without full stops stand before a surname: "AJ Halloran"."""
    return len(words) == 2 and len(words[0]) == 2 and words[0].isupper() and words[1].lower() in page.lexicon.surnames


def _of_surname(page: Page, words: list[str], label: str) -> Iterator[str]:
    """What a common surname says of what the base model calls a person: "Nathan Law" and "Jerry Hall" are people."""
    if label != "PERSON" and not is_initial(words[0]):
        return
    if "(" in words:  # "Robert (Bob) Marsh"
        words = words[: words.index("(")] + words[words.index(")") + 1 :]
    if words[-1].lower() not in page.lexicon.surnames:
        return
    if len(words) == 1:
        yield "common surname alone"
    elif _has_first_name(page, words) and (head := head_of(page, words)) is not None:
        yield LIKE[head.kind]


def _has_first_name(page: Page, words: list[str]) -> bool:
    """Whether a first name stands before a surname, or an initial and a first name: "Jerry Hall", "F. Scott Marsh"."""
    quarter = words[0][0] in "NSEW" and head_of(page, words) is not None  # "E. Preston Street"
    bare = words[1:] if is_initial(words[0]) and not quarter else words
    return len(bare) <= 2 and (bare is not words or (len(bare) == 2 and bare[0].lower() in page.lexicon.given))


def head_of(page: Page, words: list[str]) -> Head | None:
    """The row of the word that says what is named: the last, or what stands before "of" ("University of Cape Town")."""
    last = words[-1]
    if len(words) > 2 and (row := page.lexicon.heads.get(f"{words[-2]} {last}")) is not None:
        return row  # "Linn-Mar School District"
    if (at := _genitive(page, words)) and (row := page.lexicon.heads.get(words[at - 1])) is not None:
        return row
    return page.lexicon.heads.get(last.title() if last.isupper() and len(last) > 3 else last)


def _genitive(page: Page, words: list[str]) -> int:
    """Where "of" stands in a name; 0 for nowhere."""
    return next((at for at, word in enumerate(words[:-1]) if word in page.lexicon.words.genitives), 0)


def _of_finding(candidate: Candidate) -> Iterator[str]:
    """What the way in which the name was found says."""
    if candidate.full:
        yield "surname shared"
    if candidate.found == "named after":
        yield f"named after somebody: {label_kind(candidate.label)}"
    elif candidate.found != "":
        yield candidate.found


def _stands_behind(page: Page, candidate: Candidate, words: frozenset[str]) -> bool:
    """Whether the mention stands behind one of the words, with no possessive behind it."""
    before = _first_of_row(page, candidate) - 1
    if before < 0 or candidate.titles or page.texts[before].lower() not in words:
        return False
    # "confidence in Halloran", "a stake in Sorell"
    told = page.lexicon.words.trusting | page.lexicon.words.securities
    return before == 0 or page.texts[before - 1].lower() not in told


def _first_of_row(page: Page, candidate: Candidate) -> int:
    """Where the first name of the row begins that the mention closes: "between Gamboru and Dikwa"."""
    start = candidate.start
    root = page.doc[candidate.end - 1]
    if start < 2 or root.dep_ != "conj" or page.texts[start - 1] not in page.lexicon.words.joints:
        return start
    first = root.head
    while first.dep_ == "conj":
        first = first.head
    at = first.i
    while at > 0 and page.doc[at - 1].dep_ == "compound" and is_name_word(page.texts[at - 1]):
        at -= 1
    return at if is_name_word(page.texts[at]) else start


def _human(page: Page, candidate: Candidate, verb: Verb | None) -> str:
    """The circumstance that the verb of which the mention is the subject makes, or "who" behind it; "" for none."""
    after = page.texts[candidate.end : candidate.end + 2]
    if after[:1] == ["who"] or (after == [",", "who"] and not _is_home(page, candidate)):
        return "does what people do"
    if verb is None or verb.subject == "office":
        return ""
    return "does what people do" if verb.subject == "person" else "does what either does"


def _is_home(page: Page, candidate: Candidate) -> bool:
    """Whether the name says where somebody lives: "Ann Lee of 9 Elm Drive, Duluth, who denied it"."""
    behind = candidate.start > 0 and page.texts[candidate.start - 1] in {",", *page.lexicon.words.genitives}
    return behind and candidate.label in PLACE_LABELS


def _verb(page: Page, candidate: Candidate) -> Verb | None:
    """The row of the verb of which the mention is the subject."""
    root = page.doc[candidate.end - 1]
    if root.dep_ not in SUBJECTS:
        root = page.doc[candidate.start]  # "Number 10 said"
    return page.lexicon.verbs.get(root.head.lemma_.lower()) if root.dep_ in SUBJECTS else None
