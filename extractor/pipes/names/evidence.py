"""What speaks for a name's being a person's, an organization's, a place's or none, at one of its mentions."""

from typing import NamedTuple

from extractor.pipes.names.candidates import OTHER_LABELS, PLACE_LABELS
from extractor.pipes.names.descriptions import Described
from extractor.pipes.names.lexicon import Head, Verb
from extractor.pipes.names.page import HYPHENS, Candidate, Page, is_border, is_initial, is_name_word, text_of

KINDS = ("person", "organization", "place", "none")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ONE = frozenset({"a", "an", "A", "An"})
VESSEL = 7.0
"""The weight of "the ferry" and "USS" before a name, more than all that speaks for a person in "Queen Victoria"."""


class Evidence(NamedTuple):
    """Weights for each kind. `firm` is what the name, its titles and descriptions say, counted once an article;
    `label` is the base model's opinion, averaged over the mentions.
    """

    firm: dict[str, float]
    label: str
    local: bool
    human: float
    speaks: bool


def evidence(page: Page, candidate: Candidate, described: Described) -> Evidence:
    """The evidence of one mention."""
    firm = dict.fromkeys(KINDS, 0.0)
    words = page.texts[candidate.start : candidate.end]
    name = text_of(page, candidate.start, candidate.end)
    _of_words(page, words, name, firm)
    if candidate.label == "PERSON":
        _of_surname(page, words, firm)
    _of_context(page, candidate, described, firm)
    if candidate.full:
        firm["person"] += 2.0
    if candidate.rule == "dedicated":
        firm[label_kind(candidate.label)] += 5.0
    elif candidate.rule:
        firm["person" if candidate.rule == "byline" else "organization"] += 5.0
    _of_work(page, candidate, firm)
    label, local = label_kind(candidate.label), _is_local(page, candidate)
    return Evidence(firm, label, local, _is_human(page, candidate), _speaks(page, candidate))


def label_kind(label: str) -> str:
    """The kind that a base label stands for; empty for a name that the base model did not see."""
    if label == "PERSON":
        return "person"
    if label == "ORG":
        return "organization"
    if label in PLACE_LABELS:
        return "place"
    return "none" if label in OTHER_LABELS else ""


def _of_words(page: Page, words: list[str], name: str, firm: dict[str, float]) -> None:  # noqa: C901, PLR0912
    """What the words of the name say."""
    lexicon = page.lexicon
    alphabetic = [word for word in words if word not in HYPHENS]
    many = len(alphabetic) > 1
    if name in lexicon.known:
        firm["organization"] += 4.0 if many or not name.isalpha() or name.isupper() else 3.0
    if name.lower() in lexicon.seats:
        firm["organization"] += 5.0
    if name.lower() in lexicon.places:
        firm["place"] += 1.0 + min(3, len(alphabetic))
    head = head_of(page, alphabetic)
    if head is not None and (many or alphabetic[0].lower() not in lexicon.given):  # "Bill", "Grant"
        # A lone "Town" or "Council" names nothing, unless the tables know it ("the Senate").
        firm[head.kind if many or name in lexicon.known else "none"] += 3.0
    elif many and any((row := lexicon.heads.get(word)) and row.kind == "organization" for word in alphabetic[1:]):
        firm["organization"] += 2.0
    if many and (opener := lexicon.openers.get(alphabetic[0])) is not None:
        firm[opener.kind] += VESSEL if opener.kind == "none" else 2.0
    if "&" in words:
        firm["organization"] += 2.0
    first = alphabetic[0].lower()
    if first in lexicon.given:
        firm["person"] += 1.5 if many else 0.6
    if many and any(is_initial(word) for word in alphabetic[:-1]):
        quarter = len(alphabetic) == 2 and alphabetic[0][0] in "NSEW" and alphabetic[1].lower() in lexicon.places
        firm["place" if quarter else "person"] += 1.5  # "N. Korea"
    if many and any(word in lexicon.particles for word in alphabetic[1:-1]) and "of" not in words:
        firm["person"] += 0.7
    if _is_short(page, words) and head is None and name.lower() not in lexicon.places:
        firm["person"] += 1.5
    generation = (suffix := lexicon.suffixes.get(alphabetic[-1])) is not None and suffix.kind != "credential"
    if generation and (first in lexicon.given or not many):
        firm["person"] += 2.0
    if not many and name.isupper() and 2 <= len(name) <= 6 and name.isalpha():
        firm["organization"] += 0.8


def _is_short(page: Page, words: list[str]) -> bool:
    """Whether two initials without full stops stand before a surname: "AJ Halloran"."""
    return len(words) == 2 and len(words[0]) == 2 and words[0].isupper() and words[1].lower() in page.lexicon.surnames


def _of_surname(page: Page, words: list[str], firm: dict[str, float]) -> None:
    """What a common surname says of what the base model calls a person: "Nathan Law" and "Jerry Hall" are people."""
    if "(" in words:  # "Robert (Bob) Marsh"
        words = words[: words.index("(")] + words[words.index(")") + 1 :]
    if words[-1].lower() not in page.lexicon.surnames:
        return
    if len(words) == 1:
        firm["person"] += 0.4
    elif len(words) == 2 and words[0].lower() in page.lexicon.given and (head := head_of(page, words)) is not None:
        firm[head.kind] -= 2.0


def head_of(page: Page, words: list[str]) -> Head | None:
    """The row of the last word, where it says what is named."""
    last = words[-1]
    return page.lexicon.heads.get(last.title() if last.isupper() and len(last) > 3 else last)


def _of_context(page: Page, candidate: Candidate, described: Described, firm: dict[str, float]) -> None:
    """What titles, descriptions and the next words say."""
    texts, start, end = page.texts, candidate.start, candidate.end
    if candidate.titles and head_of(page, texts[start:end]) is None:
        firm["person"] += 3.5
    if described.nouns and (label_kind(candidate.label) != "place" or texts[start - 1] != "of"):
        personal = candidate.label in {"PERSON", ""} or texts[start].lower() in page.lexicon.given
        # "fashion designer Halvorsen"
        personal = personal or (end - start == 1 and start > 0 and texts[start - 1].lower() == described.nouns[0].noun)
        either = all(noun.noun in page.lexicon.either for noun in described.nouns)
        firm["person"] += 2.0 if personal and not either else 0.9  # "Mozilla Firefox, its main rival"
    if described.age:
        firm["person"] += 3.0
    before = texts[start - 1] if start and page.doc[start].idx not in page.borders else ""
    after = texts[end] if end < len(texts) and not is_border(page, end) else ""
    if before in {"the", "The"} and not candidate.titles and page.doc[end - 1].dep_ != "compound":
        firm["person"] -= 1.5
        firm["organization"] += 0.5
        if end - start == 1 and texts[start] in page.lexicon.heads and texts[start] not in page.lexicon.known:
            firm["none"] += 3.0  # "the Bill", which is a first name elsewhere
    if before in ONE and end - start == 1 and not candidate.titles and page.doc[start].dep_ != "compound":
        firm["person"] -= 2.0  # "a Dane", "an Aussie", "a Boeing"
        firm["organization"] -= 2.0
    if after in page.lexicon.groups:
        firm["none"] += 0.5
    if after == "," and end + 1 < len(texts) and is_name_word(texts[end + 1]):
        state = texts[end + 1].lower()
        if state in page.lexicon.places or state + "." in page.lexicon.places or texts[end + 1].endswith("."):
            firm["place"] += 1.0 if texts[end + 1].lower() in page.lexicon.places else 0.0
    _of_place_kinds(page, candidate, before, after, firm)


def _of_place_kinds(page: Page, candidate: Candidate, before: str, after: str, firm: dict[str, float]) -> None:
    """What kinds of places beside it say: "Arvela is a port", "the port of Arvela"."""
    texts, start, end = page.texts, candidate.start, candidate.end
    if after in {"is", "was"} and end + 2 < len(texts) and texts[end + 1] in {"a", "an", "the"}:
        window = {text.lower() for text in texts[end + 2 : end + 8]}
        if window & page.lexicon.place_kinds:
            firm["place"] += 3.0
    if before == "of" and start > 1 and texts[start - 2].lower() in page.lexicon.place_kinds:
        firm["place"] += 3.0


def _of_work(page: Page, candidate: Candidate, firm: dict[str, float]) -> None:
    """What the noun before the name says: "the film Easy Rider", "the ferry Queen Ines", "Photo: Ines Dahl"."""
    texts, doc = page.texts, page.doc
    first = candidate.titles[0][0] if candidate.titles else candidate.start
    at = first - 1
    if at < 0 or doc[first].idx in page.borders:
        return
    while first - at < 3 and at > 0 and is_name_word(texts[at]) and texts[at] not in page.lexicon.openers:
        at -= 1  # "USS Abraham" of "USS Abraham Lincoln", of which the base model has the last word
    at = at if texts[at] in page.lexicon.openers else first - 1
    if texts[at] == ":" and at and texts[at - 1].lower() in page.lexicon.credits:
        firm["person"] += 0.6 if candidate.label == "PERSON" else 0.0
        return
    if texts[at] == "," and at and candidate.end + 1 < len(texts) and texts[candidate.end] == "(":
        at -= 1 if texts[candidate.end + 1].isdigit() else 0  # "a comedy, Silent Harbor (2003)"
    noun = texts[at].lower()
    opened = page.lexicon.openers.get(texts[at])
    if noun in page.lexicon.ships or (opened is not None and opened.kind == "none"):
        firm["none"] += VESSEL
    elif noun in page.lexicon.works and doc[candidate.end - 1].dep_ not in SUBJECTS:
        firm["none"] += 3.0


def _is_local(page: Page, candidate: Candidate) -> bool:
    """Whether the mention stands where places do: "in Duluth"."""
    if not candidate.start or candidate.titles:
        return False
    return page.texts[candidate.start - 1].lower() in page.lexicon.local


def _is_human(page: Page, candidate: Candidate) -> float:
    """How much the verb of which the mention is the subject, or "who" behind it, says that it is a person."""
    after = page.texts[candidate.end : candidate.end + 2]
    if after[:1] == ["who"] or after == [",", "who"]:
        return 1.5
    row = _verb(page, candidate)
    if row is None or row.subject == "office":
        return 0.0
    return 1.5 if row.subject == "person" else 0.8


def _speaks(page: Page, candidate: Candidate) -> bool:
    """Whether it says something, or does what is said of governments."""
    row = _verb(page, candidate)
    return row is not None and row.subject in {"speaker", "office"}


def _verb(page: Page, candidate: Candidate) -> Verb | None:
    """The row of the verb of which the mention is the subject."""
    root = page.doc[candidate.end - 1]
    if root.dep_ not in SUBJECTS:
        root = page.doc[candidate.start]  # "Number 10 said"
    return page.lexicon.verbs.get(root.head.lemma_.lower()) if root.dep_ in SUBJECTS else None
