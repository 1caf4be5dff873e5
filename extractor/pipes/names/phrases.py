"""Where a description begins and ends: the noun phrase of a role and the phrases that hang on it.

"army spokesman", "chief executive officer of New York-based Sorell Freight", "adjunct professor at Calder University's
School of Law". Read from the words in a row, the parse being asked only where prepositions hang.
"""

from typing import NamedTuple

from extractor.pipes.names.lexicon import Noun
from extractor.pipes.names.page import HYPHENS, POSSESSIVES, Page, is_border, is_name_word

BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "WRB"})
WITHIN = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod", "punct", "poss", "case"})
NOUNS = frozenset({"NOUN", "PROPN"})
FURTHER = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM", "PRON"})
GERUNDS = frozenset({"pobj", "pcomp", "compound", "amod", "acl"})
TIMES = frozenset({"DATE", "TIME"})
ORGANIZED = frozenset({"ORG", "FAC", "GPE", "LOC", "NORP", "EVENT", "WORK_OF_ART", "LAW"})
REACH = 12
"""Tokens of the longest description before a name, and of a noun phrase behind one."""
FARTHEST = 22
"""Tokens of the longest description with all that hangs on it."""


class Description(NamedTuple):
    """A description, as a range of tokens without article, and the token that it turns on, with the row of that noun;
    None where it is a title. `past` is whether the text says that it holds no more, `plural` whether of several people.
    """

    start: int
    end: int
    head: int
    noun: Noun | None
    past: bool = False
    plural: bool = False


def noun_at(page: Page, index: int) -> Noun | None:
    """The row of a noun for one person: "her two sons, Mrs. Ames" says nothing of her."""
    return page.lexicon.nouns.get(page.texts[index].lower())


def plural_at(page: Page, index: int) -> Noun | None:
    """The row of a noun for several people ("solicitors")."""
    token = page.doc[index]
    return page.lexicon.nouns.get(token.lemma_.lower()) if token.tag_ in {"NNS", "NNPS"} else None


def start_of(page: Page, end: int) -> int:
    """Where the nouns and adjectives before `end` begin, with a named possessor, without determiner and pronoun."""
    start = end
    while start > 0 and end - start < REACH and _modifies(page, start - 1, end):
        start -= 1
        if page.starts[start] in page.borders:
            break
    while start < end and _leaves(page, start):
        start += 1
    return start


def _modifies(page: Page, index: int, end: int) -> bool:
    """Whether the token before what was taken in so far goes on with the description."""
    token, text = page.doc[index], page.texts[index]
    if token.is_space or token.ent_type_ in TIMES or index + 1 in page.borders:
        return False
    if text in HYPHENS:
        return index > 0 and not token.whitespace_
    if text in POSSESSIVES:
        return _is_owner(page, index, end)
    if token.pos_ == "VERB":
        return token.dep_ in {"amod", "compound"} and token.tag_ in {"VBN", "VBG"} and index < token.head.i < end
    if token.tag_ in {"IN", "CC", "DT"}:
        return _is_inside(page, index) and page.doc[index + 1].ent_type_ == "ORG"
    return token.pos_ in BEFORE_NOUN and token.tag_ not in FINITE


def _is_owner(page: Page, index: int, end: int) -> bool:
    """Whether the possessive makes a noun the owner of what follows: "the employers' leader"."""
    noun = index > 0 and page.doc[index - 1].pos_ in NOUNS
    return noun and page.doc[index].tag_ == "POS" and index + 1 < end


def _is_inside(page: Page, index: int) -> bool:
    """Whether the small word is part of an organization's name."""
    token = page.doc[index]
    return bool(token.ent_type_ == "ORG" and token.ent_iob_ == "I")


def _leaves(page: Page, index: int) -> bool:
    """Whether the first token of the phrase is none of the description: adverbs, numbers, "including"."""
    token, text = page.doc[index], page.texts[index].lower()
    if text in page.lexicon.words.former or text in page.lexicon.words.first:
        return False
    if token.tag_ == "VBG" and index > 0 and page.texts[index - 1] == ",":
        return True  # "after a day of talks, naming businesswoman Calder"
    if token.pos_ == "NUM" and page.texts[index + 1] in HYPHENS and not token.whitespace_:
        return False  # "a three-term Republican"
    return token.pos_ in {"ADV", "NUM"} or text in HYPHENS or text in POSSESSIVES or text in page.lexicon.words.likes


def forward(page: Page, start: int, *, closed: bool) -> Description | None:
    """The noun phrase that begins here, if its head describes people, with the phrases that hang on it.

    `closed` is whether a comma is to close it: then all prepositions hang on it, else those that the parser has so.
    """
    at = _head_end(page, start)
    if at is None:
        return None
    noun = noun_at(page, at - 1)
    end = complement(page, start, at, closed=closed)
    if end == at and at < len(page.texts) and is_name_word(page.texts[at]) and not is_border(page, at):
        return None  # "Dahl, spokesman Okafor and ...": the noun belongs to the next name
    first = _behind_age(page, start, at - 1)
    while first < at - 1 and _leaves(page, first):
        first += 1
    return Description(first, end, at - 1, noun, past=is_past(page, first))


def before_age(page: Page, start: int) -> int:
    """Where the phrase begins that has an age in front: "The 41-year-old driver"."""
    first = start
    while first > 0 and page.doc[first - 1].ent_type_ == "DATE":
        first -= 1
    return first if first < start and _behind_age(page, first, start) == start else start


def _behind_age(page: Page, start: int, head: int) -> int:
    """Where the phrase goes on behind an age: "a 58-year-old former banker" is a former banker."""
    token = page.doc[start]
    if token.ent_type_ != "DATE" or token.pos_ != "NUM":
        return start
    end = start + 1
    while end < head and page.doc[end].ent_type_ == "DATE" and page.doc[end].ent_iob_ == "I":
        end += 1
    age = page.texts[start + 1] in HYPHENS and page.doc[end - 1].pos_ == "ADJ"
    return end if age else start


def _head_end(page: Page, start: int) -> int | None:
    """Behind the noun that the phrase turns on; None where it describes nobody."""
    at = start
    while at < len(page.texts) and at - start < REACH and not is_border(page, at) and _is_part(page, at):
        at += 1
    return at if at > start and page.doc[at - 1].pos_ in NOUNS and noun_at(page, at - 1) is not None else None


def _is_part(page: Page, at: int) -> bool:
    """Whether the token may stand in a noun phrase before its noun, or is that noun."""
    token = page.doc[at]
    if token.tag_ in {"IN", "CC", "DT"} and _is_inside(page, at):
        return True
    if page.texts[at] in HYPHENS or (page.texts[at] in POSSESSIVES and token.tag_ == "POS"):
        return True
    if token.pos_ == "VERB" and (token.dep_ not in {"amod", "compound"} or token.head.i < at):
        return False
    return token.pos_ in BEFORE_NOUN and token.tag_ not in FINITE


def complement(page: Page, start: int, head_end: int, *, closed: bool) -> int:
    """Where the phrases end that hang on the noun before `head_end`."""
    end = head_end
    while end < len(page.texts) and end - start < FARTHEST:
        further = _past_phrase(page, start, end, closed=closed)
        if further == end:
            break
        end = further
    return _past_participle(page, start, head_end, closed=closed) if end == head_end else end


def _past_participle(page: Page, start: int, head_end: int, *, closed: bool) -> int:
    """Behind what was done to somebody, with the agent: "the first reporter hired by the Herald"."""
    if head_end + 1 >= len(page.texts) or is_border(page, head_end):
        return head_end
    token = page.doc[head_end]
    if token.tag_ != "VBN" or token.dep_ != "acl" or not start <= token.head.i < head_end:
        return head_end
    end = _past_phrase(page, start, head_end + 1, closed=closed)
    return end if end > head_end + 1 and page.doc[head_end + 1].dep_ == "agent" else head_end


def _past_phrase(page: Page, start: int, end: int, *, closed: bool) -> int:
    """Behind the preposition at `end` and its noun phrase; `end` where none hangs there."""
    if not _hangs(page, start, end, closed=closed):
        return end
    at, last = end + 1, end
    while at < len(page.texts) and at - start < FARTHEST and not is_border(page, at):
        token = page.doc[at]
        if token.ent_type_ in TIMES:
            return end
        if token.ent_iob_ == "B" and token.ent_type_ in ORGANIZED:
            at = _entity_end(page, at)
            tied = at < len(page.texts) and page.texts[at] in HYPHENS and not page.doc[at].whitespace_
            last = last if tied else at  # "New York-based Sorell"
            continue
        if not _continues(page, end, at):
            break
        last = at + 1 if _may_end(page, end, at) else last
        at += 1
    return last


def _hangs(page: Page, start: int, end: int, *, closed: bool) -> bool:
    """Whether the token is a preposition that hangs on the description that begins at `start`."""
    token, text = page.doc[end], page.texts[end]
    agent = token.dep_ == "agent" and token.head.i == end - 1
    if is_border(page, end) or (text not in page.lexicon.words.links and not agent):
        return False
    return closed or text in page.lexicon.words.genitives or start <= token.head.i < end


def _continues(page: Page, preposition: int, at: int) -> bool:
    """Whether the phrase behind the preposition goes on: not with "all his life" behind its noun."""
    token = page.doc[at]
    if page.texts[at - 1] in HYPHENS and not page.doc[at - 1].whitespace_:
        return True  # "a member of the center-left Social Democratic Party"
    if token.pos_ in {"DET", "PRON"} and at > preposition + 1:
        return False
    nominal = token.pos_ in FURTHER and token.tag_ not in {"WDT", "WP", "WP$"}
    return nominal or _is_gerund(page, preposition, at) or _joins(page, at)


def _may_end(page: Page, preposition: int, at: int) -> bool:
    tied = at + 1 < len(page.texts) and page.texts[at + 1] in HYPHENS and not page.doc[at].whitespace_
    noun = page.doc[at].pos_ in NOUNS and not _joins(page, at) and not tied
    return noun or _is_gerund(page, preposition, at) or _is_whole(page, preposition, at)


def _is_gerund(page: Page, preposition: int, at: int) -> bool:
    """ "for education organizing"."""
    token = page.doc[at]
    return token.tag_ == "VBG" and token.dep_ in GERUNDS and at > preposition + 1


def _is_whole(page: Page, preposition: int, at: int) -> bool:
    """Whether an adjective alone is what hangs there: "editor at large"."""
    following = page.doc[at + 1].pos_ if at + 1 < len(page.texts) else ""
    return at == preposition + 1 and page.doc[at].pos_ == "ADJ" and following not in {"ADJ", "CCONJ", *NOUNS}


def _joins(page: Page, index: int) -> bool:
    """Whether a hyphen or possessive ties the words on both sides together."""
    text, token = page.texts[index], page.doc[index]
    return (text in HYPHENS and not token.whitespace_) or (text in POSSESSIVES and token.tag_ == "POS")


def _entity_end(page: Page, index: int) -> int:
    """Behind the entity that begins here, a possessive at its end left to what follows."""
    end = index + 1
    while end < len(page.texts) and page.doc[end].ent_iob_ == "I" and not is_border(page, end):
        end += 1
    return end - 1 if end - index > 1 and page.texts[end - 1] in POSSESSIVES else end


def is_past(page: Page, start: int) -> bool:
    """Whether the description begins with a word like "former"."""
    return page.texts[start].lower() in page.lexicon.words.former
