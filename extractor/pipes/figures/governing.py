"""The role that a clause or the words of a noun phrase give to the people counted in them.

The verb's voice decides: in "gunmen killed 12" and "12 were killed by two gunmen" twelve are killed and the gunmen are
not.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from extractor.pipes.figures.clauses import counted_as, joined, passive
from extractor.pipes.figures.frames import NONE, Found, Frame, Frames
from extractor.pipes.figures.lexicon import Lexicon
from extractor.syntax import has_subject, object_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PARTITIVE = frozenset({"of", "to", "including", "among"})
COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "xcomp", "advmod", "prep", "ccomp", "acl"})
RELATIVES = frozenset({"who", "that", "which"})
STEPS = 6
"""How far above a noun its clause is looked for."""


class Governing:
    """What stands above and around a counted noun."""

    def __init__(self, frames: Frames, lexicon: Lexicon) -> None:
        self._frames = frames
        self._reported = lexicon.words("reported")
        self._unreal = lexicon.words("unreal")
        self._climbs: tuple[tuple[str, Callable[[Token, Token], Token | None]], ...] = (
            ("joined noun", _joined_noun),
            ("one of a group", _one_of),
            ("part of a compound", _of_compound),
        )

    def modifiers(self, nominal: Token) -> Found | None:
        """ "dead divers", "12 wounded men", "people killed in the fire", "men who were shot", "boys with burns"."""
        return next(filter(None, map(self._modifier, nominal.children)), None)

    def above(self, nominal: Token) -> Found | None:
        """From the clause, or the noun of an act, that a noun stands in."""
        token = nominal
        for _ in range(STEPS):
            head = token.head
            if head == token:
                return None
            if token.dep_ == "pobj" and head.lower_ in ("of", "to") and head.head.pos_ in ("NOUN", "PROPN"):
                act = self._frames.find(head.head.lemma_.lower(), "act", head.head)
                if act:
                    return NONE if any(word.lower_ in self._unreal for word in head.head.lefts) else act
            if token.dep_ == "pobj" and head.lower_ == "including" and head.head.pos_ == "VERB":
                return self.clause(head.head, counted_as(head.head))
            climbed = next(filter(None, (climb(token, nominal) for _, climb in self._climbs)), None)
            if climbed is None:
                return self.clause(head, token.dep_) if _stands_in_clause(token) else None
            token = climbed
        return None

    def _modifier(self, child: Token) -> Found | None:
        if child.dep_ in ("amod", "acomp", "oprd", "advmod") or child.lower_ == "dead":
            found = self._frames.state(child)
            told = child.tag_ in ("VBN", "VBD") or self._frames.is_participle(child)  # not "free agents"
            return found or (self._frames.done_to(child) if told else None)
        if child.dep_ == "acl":
            return self._relative(child)
        if child.dep_ == "relcl" and any(c.lower_ in RELATIVES and c.dep_ in SUBJECTS for c in child.lefts):
            return self._relative(child)
        if child.dep_ == "prep" and child.lower_ == "with":
            noun = object_of(child)
            return self._frames.find("suffer", "subject", noun) if noun is not None else None
        return None

    def _relative(self, verb: Token) -> Found | None:
        subject = next((c.dep_ for c in verb.lefts if c.dep_ in SUBJECTS), None)
        return self.clause(verb, "nsubjpass" if verb.tag_ == "VBN" and subject != "nsubj" else "nsubj")

    def clause(self, verb: Token, relation: str) -> Found | None:
        """The role that a verb gives to its subject or object, or that its complement gives."""
        if relation in ("attr", "nsubj") and verb.lemma_ == "be":
            inverted = self._inverted(verb)
            if inverted:
                return inverted
        if any(child.dep_ == "neg" for child in verb.children):
            return None
        found = [role for role in (*self._verbal(verb, relation), *self._told(verb, relation)) if role]
        killed = [role for role in found if role.role == "killed"]
        return next(iter(killed or found), None)

    def _verbal(self, verb: Token, relation: str) -> Iterator[Found | None]:
        """From the verb and those joined to it: "shot and killed"."""
        frame: Frame = "subject" if relation in ("nsubj", "ROOT", "ccomp") else "object"
        for word in (verb, *joined(verb)):
            suffered: Frame = "object" if word.tag_ == "VBN" and passive(verb) else frame
            yield self._frames.find(self._frames.stem(word), suffered, word)

    def _told(self, verb: Token, relation: str) -> Iterator[Found | None]:
        """From what a verb of report or state says: "found dead", "remain missing"."""
        if verb.lemma_ not in self._reported:
            return
        for child in verb.children:
            of_object = relation != "dobj" or child.dep_ in ("oprd", "acomp", "xcomp")
            of_others = child.dep_ == "ccomp" and has_subject(child)  # "a caller reported that a boy had been shot"
            if of_object and child.dep_ in COMPLEMENTS and not of_others:
                yield self._complement(child)

    def _inverted(self, verb: Token) -> Found | None:
        """ "Also wounded were four patrons", "Among the dead were six children"."""
        if verb.dep_ == "auxpass" and verb.head.tag_ == "VBN" and verb.head.i < verb.i:
            return self._frames.done_to(verb.head)
        for child in verb.lefts:
            if child.tag_ == "VBN":
                return self._frames.done_to(child)
            if child.dep_ == "prep" and child.lower_ == "among":
                return next(filter(None, map(self._frames.state, child.rights)), None)
        return None

    def _complement(self, child: Token) -> Found | None:
        """ "found dead", "feared to have drowned", "believed to have been killed"."""
        if child.pos_ in ("ADJ", "ADV", "NOUN") or child.tag_ in ("VBG", "JJ"):
            return self._frames.state(child)
        if child.lemma_ == "be":
            return next((self._complement(c) for c in child.rights if c.dep_ in ("acomp", "attr", "oprd")), None)
        perfect = any(aux.dep_ == "aux" and aux.lower_ in ("have", "has", "had") for aux in child.lefts)
        if child.tag_ == "VBN" and (passive(child) or not perfect):
            return self._frames.done_to(child)
        return self._frames.does(child) if child.pos_ == "VERB" else None


def _joined_noun(token: Token, nominal: Token) -> Token | None:  # noqa: ARG001 - all climbs are asked alike
    """ "12 men and nine women", "12 people, nine of them women"."""
    head = token.head
    return head if token.dep_ in ("conj", "appos") and head.pos_ not in ("VERB", "AUX") else None


def _one_of(token: Token, nominal: Token) -> Token | None:  # noqa: ARG001 - all climbs are asked alike
    """ "a group of 12", "people, including three children"."""
    head = token.head
    group = token.dep_ == "pobj" and head.lower_ in PARTITIVE and head.head.pos_ in ("NOUN", "NUM", "PRON", "PROPN")
    return head.head if group else None


def _of_compound(token: Token, nominal: Token) -> Token | None:
    """ "12 police officers", of which the parser takes the police for counted."""
    head = token.head
    inside = token.dep_ in ("nmod", "compound", "amod", "nummod") and token is nominal
    return head if inside and head.pos_ == "NOUN" and head.i > token.i else None


def _stands_in_clause(token: Token) -> bool:
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return True
    return token.dep_ in ("ROOT", "ccomp", "oprd", "nummod") and token.head.pos_ == "VERB"
