"""Which roles people hold, by the noun that heads them: what "the president" or "the Duluth mayor" is looked up in.

Roles come from descriptions and from titles; the words before a title tell two presidents apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extractor.annotations import FigureFound, Name, PersonFound
from extractor.pipes.reference.sites import Layout
from extractor.pipes.reference.words import Words, plain

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
WIDEST = 3
"""Words before a title that are read: "South Korean President", "New York City Mayor"."""


class Roles(NamedTuple):
    """By the noun that heads a role: the people who hold it, each with the other words of the role."""

    holders: dict[str, list[tuple[int, frozenset[str]]]]
    ages: Mapping[int, Sequence[int]]


def roles_of(
    people: Sequence[PersonFound], figures: Sequence[FigureFound], before: Mapping[int, frozenset[str]], words: Words
) -> Roles:
    """Whom descriptions may mean: the holders of roles and titles, and the people of each age."""
    holders: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for index, person in enumerate(people):
        for role in person["roles"]:
            inner = WORD.findall(words.complements.split(role, maxsplit=1)[0].lower())
            if inner:
                rest = frozenset(WORD.findall(role.lower())) - {inner[-1]} - words.neutral
                holders.setdefault(inner[-1], []).append((index, rest))
        for title in person["titles"]:
            for *rank, head in _nouns(title, words):
                rest = (before.get(index, frozenset()) - words.neutral) | frozenset(rank)
                holders.setdefault(head, []).append((index, rest))
    ages: dict[int, list[int]] = {}
    for figure in figures:
        if figure["kind"] == "age" and figure["person"] is not None and figure["value"] is not None:
            ages.setdefault(int(figure["value"]), []).append(figure["person"])
    return Roles(holders, ages)


def _nouns(title: str, words: Words) -> Iterable[list[str]]:
    """What the holder of a title is called, as words: by its row, else by its last word, if that is a role."""
    row = words.titles.get(plain(title))
    if row is not None:
        return [noun.split() for noun in row.nouns]
    *first, head = plain(title).split() or [""]
    noun = words.nouns.get(head)
    return [[*first, head]] if noun is not None and noun.sort == "role" else []


def before_titles(names: Iterable[Name], person_at: Mapping[int, int], layout: Layout) -> dict[int, frozenset[str]]:
    """{person: words} that stand before titles in capitals: "French" of "French President Viktor Dahl"."""
    found: dict[int, frozenset[str]] = {}
    for name in names:
        index = person_at.get(name["start"])
        if index is None or not name["titles"]:
            continue
        first = layout.token_at(name["titles"][0]["start"])
        for token in reversed(layout.doc[max(0, first - WIDEST) : first]):
            if token.pos_ not in {"ADJ", "PROPN"} or not token.text[0].isupper():
                break
            found[index] = found.get(index, frozenset()) | {token.lower_}
    return found
