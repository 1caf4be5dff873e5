"""Reads from the parse what a reporting word governs: the frames that its row in the table may name."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from extractor.pipes.quotes.rows import PREPOSITIONS

CLAUSES = frozenset(("ccomp", "xcomp"))
STRAYED = frozenset(("acl", "ccomp", "pobj", "prep", "dobj", "relcl", "appos", "advcl"))
GERUNDS = frozenset(("of", "for", "gerund", "as", "against", "about", "object"))
ASIDE = 8
"""Words of a condition between commas, at most."""
NEAR = 20
ORDER = ("clause", "around", "infinitive", "gerund", "complement")
"""The frames in the order in which they are preferred; after them objects and prepositions."""


class Governed(NamedTuple):
    """A frame and the tokens of its content, first and last; `head` is the content's head."""

    frame: str
    first: int
    last: int
    head: Token


def of_verb(token: Token) -> list[Governed]:
    """All frames of a verb, best first."""
    found = [one for child in token.children for one in _of_child(token, child)]
    if token.dep_ == "parataxis" or (token.dep_ in {"ccomp", "advcl"} and (_is_aside(token) or _is_as(token))):
        found.append(Governed("around", token.head.left_edge.i, token.head.right_edge.i, token.head))
    if not any(one.frame == "clause" for one in found):
        found.extend(_strayed_clause(token))
    found = [_with_aside(token, _with_conjunct(token, one)) for one in found if not _is_behind_semicolon(token, one)]
    rank = {frame: place for place, frame in enumerate(ORDER)} | {"request": len(ORDER)}
    return sorted(found, key=lambda one: rank.get(one.frame, len(ORDER) + (one.frame != "object")))


def _is_behind_semicolon(token: Token, one: Governed) -> bool:
    """`..., the director said; no patient was harmed`: what follows is the writer's."""
    return one.first > token.i + 1 and bool(token.doc[one.first - 1].text == ";")


def _with_conjunct(token: Token, one: Governed) -> Governed:
    """`accused the port of <burning letters and hiring thieves>`: a second gerund that the parser joins to the cue."""
    if one.frame not in GERUNDS or token.tag_ == "VBG":
        return one
    for child in token.rights:
        if child.dep_ == "conj" and child.tag_ == "VBG" and child.i > one.last and not _has_subject(child):
            return one._replace(last=child.right_edge.i) if _is_of_gerund(one) else one
    return one


def _is_of_gerund(one: Governed) -> bool:
    """Whether a stretch begins with a gerund, or an object has one behind its preposition."""
    doc = one.head.doc
    behind = (
        [child.i + 1 for child in one.head.rights if child.dep_ == "prep"] if one.frame == "object" else [one.first]
    )
    return one.head.tag_ == "VBG" or any(place <= one.last and doc[place].text.endswith("ing") for place in behind)


def _with_aside(token: Token, one: Governed) -> Governed:
    """`promised <a bridge in Bern, if elected, with a tower at each end>`: an object that a condition interrupts."""
    if one.frame != "object" or one.head.i < token.i:
        return one
    doc, at = token.doc, one.last + 2
    if at + 1 >= len(doc) or doc[at - 1].text != "," or doc[at].dep_ not in {"mark", "advmod"}:
        return one
    closed = next((place for place in range(at + 1, min(at + ASIDE, len(doc) - 1)) if doc[place].text == ","), at)
    added = doc[closed + 1]
    is_asked = doc[at].tag_ in {"IN", "WRB"} and closed > at and added.dep_ == "prep" and added.head.i < added.i
    return one._replace(last=added.right_edge.i) if is_asked else one


def _has_subject(verb: Token) -> bool:
    return any(left.dep_ in {"nsubj", "nsubjpass"} for left in verb.lefts)


def of_noun(token: Token) -> list[Governed]:
    """All frames of a noun: "the claim that", "a promise to", "criticism of"."""
    found: list[Governed] = []
    for child in token.rights:
        if child.dep_ in {"acl", "ccomp", "relcl", "xcomp"}:
            frame = _noun_clause(child)
            if frame:
                found.append(Governed(frame, child.left_edge.i, child.right_edge.i, child))
        elif child.dep_ == "prep" and child.lower_ in PREPOSITIONS:
            found.extend(_of_preposition(child))
    return found


def _strayed_clause(token: Token) -> Iterator[Governed]:
    """`told a committee hearing on Monday that ...`: the parser may hang the clause on the noun before it."""
    doc = token.doc
    for place in range(token.i + 2, min(len(doc), token.i + NEAR)):
        word = doc[place]
        if word.dep_ == "punct" and word.text != ",":
            return
        if word.lower_ in {"that", "whether"} and word.dep_ in {"mark", "dobj"} and word.head.i > place:
            above = word.head
            for _ in range(5):
                if above.dep_ not in STRAYED or above.i < token.i or _is_said_besides(token, above):
                    break
                above = above.head
            if above.i == token.i:
                yield Governed("clause", place, word.head.right_edge.i, word.head)
            return


def _is_said_besides(token: Token, verb: Token) -> bool:
    """`disagreed, arguing that the bridge was safe`: a participle behind a comma has the clause for its own."""
    first = verb.left_edge
    is_behind = verb.tag_ == "VBG" and verb.dep_ == "advcl" and first.i > token.i + 1
    return is_behind and bool(first.nbor(-1).text == ",")


def _noun_clause(child: Token) -> str | None:
    first = child.left_edge
    if any(left.tag_ == "TO" for left in child.lefts):
        return "infinitive"
    if first.lower_ in {"that", "whether", "if"} and first.dep_ == "mark":
        return "clause"
    return None


def _of_child(token: Token, child: Token) -> Iterator[Governed]:
    """The frames that one dependent stands for."""
    clear = _of_adjective(token, child)
    if clear is not None:
        yield clear
    elif child.dep_ in CLAUSES:
        yield _whole(_clause_kind(child), child)
        if child.dep_ == "xcomp" and child.left_edge.tag_ == "TO":
            yield _whole("purpose", child)
    elif child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP":
        yield from _of_object(child)
    elif child.i > token.i:
        yield from _of_follower(child)


def _whole(frame: str, head: Token) -> Governed:
    """A frame of all that hangs on a head."""
    return Governed(frame, head.left_edge.i, head.right_edge.i, head)


def _of_object(child: Token) -> Iterator[Governed]:
    """An object, and the request that the parser hangs on it: `asked the crew to leave`."""
    yield _whole("object", child)
    is_none = any(left.lower_ == "no" for left in child.lefts)
    for clause in child.rights:
        if is_none and clause.dep_ == "acl" and clause.left_edge.lower_ == "that":
            yield Governed("clause", child.left_edge.i, child.right_edge.i, child)  # "found no proof that he knew"
        if clause.dep_ == "acl" and clause.left_edge.tag_ == "TO":
            yield _whole("request", clause)


def _of_follower(child: Token) -> Iterator[Governed]:
    """A complement, an adverbial clause or a preposition behind the verb."""
    if child.dep_ == "oprd":
        yield _whole("complement", child)
    elif child.dep_ in {"advcl", "advmod"}:
        yield from _of_adverbial(child)
    elif child.dep_ in {"prep", "agent"} and child.lower_ in PREPOSITIONS:
        yield from _of_preposition(child)
        yield from _of_strayed_as(child)


def _of_strayed_as(preposition: Token) -> Iterator[Governed]:
    """`praised him in a report as a pioneer`: the "as" that the parser gives to the occasion."""
    if preposition.lower_ in {"in", "at", "on"}:
        for noun in preposition.rights:
            for link in noun.rights if noun.dep_ == "pobj" else ():
                if link.lower_ == "as" and link.dep_ == "prep":
                    yield from _of_preposition(link)


def _of_adjective(token: Token, child: Token) -> Governed | None:
    """`made (it) clear that the plan was dead`: the clause hangs on the adjective."""
    if child.pos_ != "ADJ" or child.i < token.i or child.i > token.i + 3:
        return None
    for clause in child.rights:
        if clause.dep_ in {"ccomp", "advcl"} and clause.left_edge.lower_ in {"that", "whether"}:
            return Governed("clause", clause.left_edge.i, clause.right_edge.i, clause)
    return None


def _of_adverbial(child: Token) -> Iterator[Governed]:
    """`praised her for ...`, `portrayed him as ...`, `called on them to ...`, `has not said when ...`."""
    first = child.left_edge
    if child.dep_ == "advmod":
        yield from _of_as(child)
    elif first.lower_ in {"for", "as"}:
        yield Governed(first.lower_, first.i + 1, child.right_edge.i, child)
    elif first.tag_ == "TO":
        yield Governed("purpose", first.i, child.right_edge.i, child)
    elif _asks(first):
        yield Governed("question", first.i, child.right_edge.i, child)


def _asks(word: Token) -> bool:
    return word.lower_ in {"if", "whether"} or word.tag_ in {"WRB", "WP"}


def _of_as(word: Token) -> Iterator[Governed]:
    """`condemned the raid as cowardly`, where the parser takes "as" and the adjective for adverbs."""
    first = word.left_edge
    if word.lower_ == "as" and word.i + 1 < len(word.doc) and word.nbor().dep_ in {"advmod", "acomp", "amod"}:
        yield Governed("as", word.i + 1, max(word.i + 1, word.nbor().right_edge.i), word.nbor())
    elif first.lower_ == "as" and first.i + 1 == word.i and word.nbor(-2).pos_ in {"NOUN", "PROPN", "PRON"}:
        yield Governed("as", word.i, word.right_edge.i, word)


def _of_preposition(preposition: Token) -> Iterator[Governed]:
    for child in preposition.rights:
        if child.dep_ in {"pobj", "pcomp"} or (
            preposition.lower_ == "as" and child.dep_ in {"amod", "acomp", "advmod"}
        ):
            yield Governed(preposition.lower_, child.left_edge.i, preposition.right_edge.i, child)


def _clause_kind(child: Token) -> str:
    if any(left.tag_ == "TO" and left.dep_ == "aux" for left in child.lefts):
        return "infinitive"
    if child.pos_ not in {"VERB", "AUX"}:
        return "clause" if any(left.dep_ == "mark" for left in child.lefts) else "complement"
    if child.tag_ == "VBG" and not any(left.dep_ in {"aux", "auxpass"} for left in child.lefts):
        return "gerund"
    return "clause"


def _is_as(token: Token) -> bool:
    """`As the mayor said, the bridge is safe`."""
    if token.dep_ != "advcl" or token.left_edge.lower_ != "as":
        return False
    if any(child.dep_ == "nsubjpass" and child.lower_ != "it" for child in token.lefts):
        return False  # "They wept as the sentence was read"
    return not any(child.dep_ in CLAUSES or (child.dep_ == "dobj" and child.lower_ != "it") for child in token.children)


def _is_aside(token: Token) -> bool:
    """Whether the reporting clause is set in commas inside the clause it reports: `The plan, he said, is dead.`"""
    doc, first = token.doc, token.left_edge.i
    head = token.head
    if not first or head.i < first or head.left_edge.i >= first:
        return False
    has_content = any(child.dep_ in CLAUSES for child in token.children)
    return not has_content and doc[first - 1].text in {",", "--", "—", "–"}
