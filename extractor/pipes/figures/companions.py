"""People who share the fate of those counted, but are no count: "he and three others", "her husband and two sons".

An ordinal counts those before it: with "a fourth victim" three others have died.
"""

from collections.abc import Container, Iterator, Mapping

from spacy.tokens import Token

from extractor.pipes.figures.phrases import NOMINAL
from extractor.syntax.lists import Lists

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TWO = 2
KNOWN = frozenset({"det", "poss"})


class Companions:
    """The nouns for one person, and the words for and before one who is no count."""

    def __init__(self, people: frozenset[str], lists: Lists) -> None:
        self._people = people
        self._known = lists.words("possessives") | lists.words("one person")
        self._personal = lists.words("personal")

    def beside(self, counted: Token, all_counted: Container[int], ordinals: Mapping[int, int]) -> int:
        """How many stand in a list with people counted whom no count holds, if these are the first counted in it.

        `all_counted` are the tokens of all nouns counted in a role.
        """
        members = list(coordinated(counted))
        first = next((member for member in members if member.i in all_counted), counted)
        if first.i != counted.i:
            return 0
        others = (member for member in members if member.i not in all_counted)
        return sum(self._is_one(member) for member in others) + _before(counted, ordinals)

    def _is_one(self, member: Token) -> bool:
        """Whether a member of a list is one person, named or known."""
        if member.lower_ in self._personal:
            return bool(member.pos_ == "PRON")
        if member.pos_ == "PROPN":
            return bool(member.ent_type_ == "PERSON")
        named = any(child.dep_ in KNOWN and child.lower_ in self._known for child in member.lefts)
        return named and member.tag_ == "NN" and member.lemma_.lower() in self._people


def coordinated(noun: Token) -> Iterator[Token]:
    """The members of the list that a noun stands in, in order; the noun alone where there is none."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in (*NOMINAL, "PRON", "NUM"):
        first = first.head
    subjects = [child for child in first.head.lefts if child.dep_ == first.dep_] if first.dep_ in SUBJECTS else []
    joined = len(subjects) == TWO and any(child.dep_ == "cc" for child in subjects[0].rights)
    for member in subjects if joined else (first,):  # two subjects, where the parser sees no list
        yield from _members(member)


def _members(first: Token) -> Iterator[Token]:
    member: Token | None = first
    while member is not None:
        yield member
        member = next((child for child in member.rights if child.dep_ == "conj" and child.pos_ in NOMINAL), None)


def counted_noun(last: Token) -> Token:
    """The noun that a number counts, or the number; a noun is itself."""
    return last.head if last.dep_ == "nummod" and last.head.pos_ in NOMINAL and last.head.i > last.i else last


def _before(counted: Token, ordinals: Mapping[int, int]) -> int:
    """The three before "a fourth victim"; `ordinals` are what the ordinals of the text say, by where they stand."""
    return next((ordinals[child.idx] - 1 for child in counted.lefts if child.idx in ordinals), 0)
