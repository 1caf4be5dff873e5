"""Noun phrases for one person: where they are, what they hang on, and whose role they name.

"Ghazi, the rebel leader", "Ghazi was a teacher" and "his brother John" are bound by grammar; "the rebel leader" alone
is looked up among the roles and titles of people who were on stage before it.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

from extractor.pipes.reference.binding import subject_of
from extractor.pipes.reference.roles import Roles
from extractor.pipes.reference.sites import FAR, NOMINAL, OBJECT, SUBJECT, Layout, Site
from extractor.pipes.reference.words import Noun, Words
from extractor.syntax.clauses import is_negated

SINGULAR = frozenset({"NN", "NNP"})
LINKING = frozenset({"be", "become", "remain"})
PAUSES = frozenset({",", "–", "—", "-", "--"})
SHORTEST = 3
"""Letters of a noun, at least: the tagger takes abbreviations for nouns."""
HELD = 50
"""Holders of one role that are looked at: no article has as many, a list of names may."""
AGED = re.compile(r"\b[Tt]h(?:e|is|at)\s+(?:then-)?(\d{1,3})-year-old\b")


class Nominal(NamedTuple):
    """A noun phrase for one person. `determiner`: the, a, possessive or nothing; `owner` is the possessor's token.

    `linked` are the tokens of which grammar says that they mean the same: a name in apposition, a subject.
    """

    site: Site
    lemma: str
    noun: Noun | None
    determiner: str
    owner: int | None
    modifiers: frozenset[str]
    linked: tuple[int, ...]
    age: int | None = None


def bound(doc: Doc) -> list[int]:
    """The nouns that grammar may bind to a person, whatever they mean: predicates, appositions, what follows "as"."""
    keys = {doc.vocab.strings[dep]: dep for dep in ("attr", "oprd", "appos", "pobj")}
    deps = doc.to_array("DEP").tolist() if doc.has_annotation("DEP") else []
    found = [index for index, key in enumerate(deps) if key in keys]
    return [index for index in found if keys[deps[index]] != "pobj" or doc[index].head.lower_ == "as"]


def nominals(
    layout: Layout, nouns: Iterable[int], words: Words, named: Mapping[int, int], known: Container[str]
) -> list[Nominal]:
    """The noun phrases headed by these tokens that may mean one person; `named` has the tokens of names, `known` the
    nouns of roles that somebody of the article holds."""
    found = []
    for index in nouns:
        token = layout.doc[index]
        if index not in named and (token.tag_ in SINGULAR or _as_noun(token)):
            nominal = _nominal(layout, token, words, named, known)
            if nominal is not None:
                found.append(nominal)
    return found


def aged(layout: Layout, taken: Iterable[Nominal]) -> list[Nominal]:
    """ "The 34-year-old", also before a noun, unless that noun's phrase is taken already."""
    starts = {nominal.site.start for nominal in taken}
    found = []
    for match in AGED.finditer(layout.text):
        if match.start() not in starts:
            site = layout.site(match.start(), match.end())
            if site.role == "other" and site.token < site.clause:
                site = site._replace(role="subject")  # an adjective to the parser, the subject of its sentence
            found.append(Nominal(site, "-year-old", None, "the", None, frozenset(), (), int(match.group(1))))
    return found


def learn(nominal: Nominal, person: int, roles: Roles, words: Words) -> None:
    """Note that grammar gave the person this role: "Novak, the mayor" is "the mayor" from here on."""
    held = roles.holders.setdefault(nominal.lemma, [])
    if len(held) < HELD and all(holding != person for holding, _ in held):
        held.append((person, _lower(nominal.modifiers) - words.neutral))


def holders(nominal: Nominal, roles: Roles, words: Words, on_stage: Callable[[int], bool]) -> set[int]:
    """Whose role or age the phrase may name among the people on stage."""
    if nominal.age is not None and nominal.age in roles.ages:
        return {person for person in roles.ages[nominal.age][:HELD] if on_stage(person)}
    wanted = nominal.modifiers - words.neutral
    held = roles.holders.get(nominal.lemma, ())[:HELD]
    fitting = {person for person, rest in held if _agree(wanted, rest, words) and on_stage(person)}
    if len(fitting) > 1 and wanted:  # "the leader" when two leaders are on stage, where the words tell
        told = {person for person, rest in held if person in fitting and _lower(wanted) <= rest}
        return told or fitting
    return fitting


def _agree(wanted: frozenset[str], rest: frozenset[str], words: Words) -> bool:
    """Whether a phrase with these modifiers may name a role with these other words.

    A bare title takes modifiers in capitals ("the French president"), no others ("the student president").
    """
    asked = _lower(wanted)
    if asked & words.ranks != rest & words.ranks:
        return False
    if rest - words.ranks:
        return asked <= rest
    return all(word[:1].isupper() or word in words.ranks for word in wanted)


def _lower(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _nominal(
    layout: Layout, token: Token, words: Words, named: Mapping[int, int], known: Container[str]
) -> Nominal | None:
    if token.dep_ in {"compound", "amod", "nmod"} and token.head.i not in named:
        return None  # "leader elections", "woman astronaut"
    first, determiner, owner = _front(token, named, words)
    linked = _linked(token, named, words)
    if (
        token.lower_ not in words.nouns
        and token.lower_ not in known
        and not (linked and _tells(token, first, determiner))
    ):
        return None  # a predicate or an apposition of something else
    if (
        token.head.i in named
        and token.dep_ in {"compound", "nmod"}
        and not (owner is not None and layout.doc[owner].pos_ == "PRON")
    ):
        return None  # "army spokesman Gen. Arshad", "the physician Yang": the role is part of how the name is said
    start = _hyphened(layout.text, first.idx)
    age = AGED.match(layout.text, start)
    lemma = token.lower_
    return Nominal(
        site=layout.site(start, token.idx + len(token))._replace(token=token.i),
        lemma=lemma,
        noun=words.nouns.get(lemma),
        determiner=determiner,
        owner=owner,
        modifiers=_modifiers(layout.doc, first, token, owner),
        linked=linked,
        age=int(age.group(1)) if age else None,
    )


def _modifiers(doc: Doc, first: Token, noun: Token, owner: int | None) -> frozenset[str]:
    """The words before a noun that say which is meant, without an owner that is no name: "the company's executive"."""
    owned = -1 if owner is None or doc[owner].pos_ == "PROPN" else owner
    front = (doc[index] for index in range(max(first.i, owned + 1), noun.i))
    return frozenset(one.text for one in front if one.pos_ in {"NOUN", "PROPN", "ADJ"})


def _tells(token: Token, first: Token, determiner: str) -> bool:
    """Whether a noun that need not be a person's is one by its place: "is a legend", "Lee, a prize-winner, said".

    An apposition must be one of these: "Lee (tennis)", "Lee, the first volume" and "Lee: Photographs" are none.
    """
    if token.tag_ != "NN" or not token.is_alpha or len(token) < SHORTEST:
        return False
    if token.dep_ != "appos":
        return token.dep_ not in {"compound", "nmod"}
    return determiner == "a" and first.i > 0 and first.nbor(-1).lower_ in PAUSES


def _as_noun(token: Token) -> bool:
    """ "The major went home": an adjective to the tagger, a subject with an article to the parser."""
    return token.tag_ == "JJ" and token.dep_ in SUBJECT | OBJECT and any(child.dep_ == "det" for child in token.lefts)


def _hyphened(text: str, start: int) -> int:
    """Where the word with its hyphens begins: "co-founder" is three tokens."""
    least = max(0, start - FAR)
    while start > least and text[start - 1] == "-" and start > 1 and text[start - 2].isalnum():
        start -= 1
        while start > least and text[start - 1].isalnum():
            start -= 1
    return start


def _front(token: Token, named: Mapping[int, int], words: Words) -> tuple[Token, str, int | None]:
    """The first token of the phrase, the sort of its determiner, and the possessor's token."""
    first, determiner, owner = token, "", None
    lefts = list(token.lefts)[-FAR:]
    if token.head.i in named and token.dep_ in {"compound", "nmod"}:
        # "his brother John": the parser hangs the possessive on the name.
        lefts += [child for child in token.head.lefts if child.i < token.i and child.dep_ in {"det", "poss", "amod"}]
    for child in sorted(lefts, key=lambda child: -child.i):
        if child.dep_ in {"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod"}:
            first = child.left_edge
        if child.dep_ == "poss":
            determiner, owner = "possessive", child.i
        elif child.dep_ == "det":
            determiner = "a" if child.lower_ in {"a", "an", "another"} else "the"
            determiner = "no" if child.lower_ in words.deniers else determiner
    return first, determiner, owner


def _linked(token: Token, named: Mapping[int, int], words: Words) -> tuple[int, ...]:
    """The tokens that mean the same, by each of the ways in which grammar says so."""
    return tuple(found for way in LINKS for found in way(token, named, words))


def _beside(token: Token, named: Mapping[int, int], _: Words) -> Iterator[int]:
    """A name in apposition, or one that the noun is in apposition to or stands before."""
    yield from (child.i for child in token.rights if child.dep_ == "appos" and child.i in named)
    if token.dep_ in {"appos", "compound", "nmod"} and token.head.i in named:
        yield token.head.i


def _predicate(token: Token, _: Mapping[int, int], __: Words) -> Iterator[int]:
    """The subject of "is" and "became", also of what is joined to its predicate: "was an artist and a teacher"."""
    if token.dep_ == "conj" and token.head.dep_ == "attr":
        token = token.head
    if token.dep_ not in {"attr", "oprd"} or is_negated(token.head):
        return
    children = list(islice(token.head.children, FAR))
    if token.head.lemma_ in LINKING:
        yield from (child.i for child in children if child.dep_ in SUBJECT and child.i < token.i)
    elif token.dep_ == "oprd":  # "was elected president"
        yield from (child.i for child in children if child.dep_ == "nsubjpass" and child.i < token.i)


def _as(token: Token, _: Mapping[int, int], words: Words) -> Iterator[int]:
    """Who serves, is known or works "as" something: the object of the verb, else its subject; of a noun, its owner."""
    if token.dep_ == "conj" and token.head.dep_ == "pobj":
        token = token.head
    if token.dep_ != "pobj" or token.head.lower_ != "as":
        return
    if token.head.head.pos_ in NOMINAL:  # "his career as an architect"
        yield from (child.i for child in token.head.head.lefts if child.dep_ == "poss")
    else:
        yield from (one.i for one in _described_as(token, token.head.head, words) if one.i < token.i)


def _described_as(token: Token, verb: Token, words: Words) -> Iterator[Token]:
    if verb.pos_ != "VERB" or is_negated(verb):
        return
    things = [child for child in verb.rights if child.dep_ == "dobj"][:1]
    yield from things
    # "Joined the crew as a student", but "chose the ship as flagship".
    subject = subject_of(verb) if not things or token.lower_ in words.nouns else None
    if subject is not None:
        yield subject


LINKS = (_beside, _predicate, _as)


def gender_of(noun: Noun | None) -> str | None:
    """The gender that a noun tells."""
    return None if noun is None or noun.gender == "any" else noun.gender


def names_by_token(doc: Doc, layout: Layout, mentions: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    """{token: person} for every token of every name, from (start, end, person)."""
    found: dict[int, int] = {}
    for start, end, person in mentions:
        first, last = layout.tokens(start, end)
        for index in range(first, min(last, first + FAR) + 1):
            if index < len(doc):
                found[index] = person
    return found
