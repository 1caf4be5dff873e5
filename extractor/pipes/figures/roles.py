"""Reads in which role people are counted: killed, wounded, missing, arrested, ...

The verb's voice decides: in "gunmen killed 12" and "12 were killed by two gunmen" twelve are killed and the gunmen are
not. Where the parser has lost the thread, as in headlines ("2 dead, 5 hurt"), the word beside the number decides.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extractor.pipes.figures.clauses import acts, counted_as, joined, near, passive
from extractor.pipes.figures.frames import Found, Frame, Role
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.wordless import Wordless

NUMBERS = frozenset({"number", "estimate", "count", "total", "tally"})
OF_THEM = frozenset({"them", "whom", "those", "these"})


class Roles:
    """The table, by lemma and frame."""

    def __init__(self, rows: Iterable[Role], lexicon: Lexicon) -> None:
        self._partial = lexicon.words("partial")
        self._kin = lexicon.words("kin")
        self._reported = lexicon.words("reported")
        self._things = lexicon.words("thing")
        self._skipped = lexicon.words("skipped")
        self._asides = lexicon.words("aside")
        self._participles = lexicon.forms("participle")
        self._frames: dict[tuple[str, str], list[tuple[str, Role]]] = {}
        for row in rows:
            verb, _, rest = row.lemma.partition(" ")
            if row.frame == "noun":
                verb, rest = row.lemma, ""
            self._frames.setdefault((verb, row.frame), []).append((rest, row))
        for choices in self._frames.values():
            choices.sort(key=lambda choice: not choice[0] and not choice[1].near)

        frames: dict[str, list[str]] = {"noun": [], "act": []}
        for lemma, frame in self._frames:
            frames.setdefault(frame, []).append(lemma)
        self._wordless = Wordless(lexicon, frames["noun"], frames["act"])

    def pronouns(self, text: str) -> Iterator[Measure]:
        """Counts without a number: "no one was killed", "both men died", "a triple murder"."""
        return self._wordless.found(text)

    def role(self, nominal: Token, lemma: str, number: tuple[Token, Token]) -> Found | None:
        """The role of `nominal`: the counted noun (by its lemma), or the number. `number` are its outer tokens."""
        if lemma in self._things:
            return None
        own = self._find(lemma, "noun", nominal)
        if own is None and nominal.i > number[1].i:  # "1 Dead, at Least 10 Injured"
            own = self._find(nominal.lower_, "state", nominal)
        if own is None and number[0].lower_ in self._wordless.folds:
            own = self._find(lemma, "act", nominal)
        if own or self._of_kin(number[0]):
            return own
        if self._is_whole(nominal, number[0].i):
            return self._modifiers(nominal)
        return (
            self._degree(number[1])
            or self._adjacent(number[1])
            or self._around(nominal)
            or self._beside(nominal, number)
            or self._toll(nominal)
        )

    def _adjacent(self, number: Token) -> Found | None:
        """The word right behind a number: "treated 63 wounded", "12 dead"."""
        word = number.nbor(1) if number.i + 1 < len(number.doc) else None
        if word is None or word.lower_ not in self._participles or (word.tag_ == "VBD" and acts(word)):
            return None
        return self._find(self._participles[word.lower_], "object", word)

    def _is_whole(self, nominal: Token, first: int) -> bool:
        """Whether only a part of those counted is spoken of: "half of the 40 men were hurt"."""
        above = nominal.head.head
        return (
            nominal.dep_ == "pobj"
            and nominal.head.lower_ == "of"
            and above.i < first
            and (above.lower_ in self._partial or above.like_num)
        )

    def _of_kin(self, first: Token) -> bool:
        """Whether the number counts the children of "a father of three"."""
        return first.i > 1 and first.nbor(-1).lower_ == "of" and first.nbor(-2).lower_ in self._kin

    def _degree(self, number: Token) -> Found | None:
        """ "Six were shot, two fatally", "two dozen were hurt, three of them gravely"."""
        doc, at = number.doc, number.i + 1
        if at + 1 < len(doc) and doc[at].lower_ == "of" and doc[at + 1].lower_ in OF_THEM:
            at += 2
        if at >= len(doc) or doc[at].pos_ != "ADV":
            return None
        ends = at + 1 >= len(doc) or doc[at + 1].is_punct or doc[at + 1].lower_ == "and"
        return self._find(doc[at].lower_, "state", doc[at]) or (
            self._find(doc[at].lower_, "degree", doc[at]) if ends else None
        )

    def _find(self, lemma: str, frame: Frame, at: Token) -> Found | None:
        for rest, row in self._frames.get((lemma, frame), ()):
            if (not rest or near(at, (rest,))) and (not row.near or near(at, row.near)):
                return Found(row.role, row.rule)
        return None

    def _around(self, nominal: Token) -> Found | None:
        """From the modifiers of the noun, then from the clause that it stands in."""
        found = self._modifiers(nominal)
        if found:
            return found
        return self._above(nominal)

    def _above(self, nominal: Token) -> Found | None:
        """From the clause, or the noun of an act, that a noun stands in."""
        token = nominal
        for _ in range(6):
            head = token.head
            if head == token:
                return None
            if token.dep_ in ("conj", "appos") and head.pos_ not in ("VERB", "AUX"):
                token = head
            elif (
                token.dep_ == "pobj"
                and head.lower_ in ("of", "to", "including", "among")
                and head.head.pos_ in ("NOUN", "NUM", "PRON", "PROPN")
            ):
                act = self._find(head.head.lemma_.lower(), "act", head.head) if head.lower_ in ("of", "to") else None
                if act:
                    return act
                token = head.head
            elif token.dep_ == "pobj" and head.lower_ == "including" and head.head.pos_ == "VERB":
                return self._clause(head.head, counted_as(head.head))
            elif token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") or (
                token.dep_ in ("ROOT", "ccomp", "oprd", "nummod") and head.pos_ == "VERB"
            ):
                return self._clause(head, token.dep_)
            elif (
                token.dep_ in ("nmod", "compound", "amod", "nummod")
                and head.pos_ == "NOUN"
                and head.i > token.i
                and token is nominal
            ):
                token = head
            else:
                return None
        return None

    def _modifiers(self, nominal: Token) -> Found | None:
        return next(filter(None, map(self._modifier, nominal.children)), None)

    def _modifier(self, child: Token) -> Found | None:
        """ "dead divers", "12 wounded men", "people killed in the fire", "men who were shot", "boys with burns"."""
        if child.dep_ in ("amod", "acomp", "oprd", "advmod") or child.lower_ == "dead":
            found = self._find(child.lower_, "state", child)
            if found is None and child.tag_ in ("VBN", "JJ", "VBD"):
                found = self._find(self._stem(child), "object", child)
            return found
        if child.dep_ in ("acl", "relcl"):
            subject = next((c.dep_ for c in child.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
            if child.dep_ == "relcl" and subject is None:
                return None
            if child.dep_ == "relcl" and not any(c.lower_ in ("who", "that", "which") for c in child.lefts):
                return None
            passive = child.tag_ == "VBN" and subject != "nsubj"
            return self._clause(child, "nsubjpass" if passive else "nsubj")
        if child.dep_ == "prep" and child.lower_ == "with":
            return self._find("suffer", "subject", child)
        return None

    def _clause(self, verb: Token, relation: str) -> Found | None:
        """The role that a verb gives to its subject or object, or that its complement gives."""
        if relation in ("attr", "nsubj") and verb.lemma_ == "be":
            inverted = self._inverted(verb)
            if inverted:
                return inverted
        frame: Frame = "subject" if relation in ("nsubj", "ROOT", "ccomp") else "object"
        found: list[Found] = []
        for word in (verb, *joined(verb)):
            if any(child.dep_ == "neg" for child in word.children) and word is verb:
                return None
            role = self._find(self._stem(word), "object" if word.tag_ == "VBN" and passive(verb) else frame, word)
            if role:
                found.append(role)
        for child in verb.children:
            if relation == "dobj" and child.dep_ not in ("oprd", "acomp", "xcomp"):
                continue
            if verb.lemma_ in self._reported and child.dep_ in (
                "acomp",
                "oprd",
                "attr",
                "xcomp",
                "advmod",
                "prep",
                "ccomp",
                "acl",
            ):
                role = self._complement(child)
                if role:
                    found.append(role)
        killed = [role for role in found if role.role == "killed"]
        return next(iter(killed or found), None)

    def _inverted(self, verb: Token) -> Found | None:
        """ "Also wounded were four patrons", "Among the dead were six children"."""
        if verb.dep_ == "auxpass" and verb.head.tag_ == "VBN" and verb.head.i < verb.i:
            return self._find(self._stem(verb.head), "object", verb.head)
        for child in verb.lefts:
            if child.tag_ == "VBN":
                return self._find(self._stem(child), "object", child)
            if child.dep_ == "prep" and child.lower_ == "among":
                states = (self._find(word.lower_, "state", word) for word in child.rights)
                return next(filter(None, states), None)
        return None

    def _complement(self, child: Token) -> Found | None:
        """ "found dead", "feared to have drowned", "believed to have been killed"."""
        if child.pos_ in ("ADJ", "ADV", "NOUN") or child.tag_ in ("VBG", "JJ"):
            return self._find(child.lower_, "state", child)
        if child.lemma_ == "be":
            return next((self._complement(c) for c in child.rights if c.dep_ in ("acomp", "attr", "oprd")), None)
        perfect = any(aux.dep_ == "aux" and aux.lower_ in ("have", "has", "had") for aux in child.lefts)
        if child.tag_ == "VBN" and (passive(child) or not perfect):
            return self._find(self._stem(child), "object", child)
        return self._find(self._stem(child), "subject", child) if child.pos_ == "VERB" else None

    def _stem(self, word: Token) -> str:
        """The lemma, also of a participle that was tagged as an adjective."""
        lemma: str = word.lemma_.lower()
        if word.tag_ not in ("VBD", "VBN", "VBG"):
            return self._participles.get(lemma, lemma)
        return lemma

    def _toll(self, nominal: Token) -> Found | None:
        """ "a death toll of 12", "put the toll at 12", "the toll rose to 12"."""
        if nominal.dep_ == "nummod" and nominal.head.i > nominal.i:
            nominal = nominal.head  # "stood at 11 the night before", read as eleven nights
        head = nominal.head
        if nominal.dep_ not in ("pobj", "attr", "dobj", "npadvmod", "nummod"):
            return None
        above = head.head if nominal.dep_ == "pobj" else head
        nouns = [above, *(c for c in above.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c is not nominal)]
        nouns += [above.head] if above.dep_ == "relcl" else []  # "a toll that had stood at 11"
        for noun in nouns:
            found = self._find(noun.lemma_.lower(), "noun", noun) if noun.lemma_.lower().endswith("toll") else None
            found = found or (self._numbered(noun) if noun.lemma_ in NUMBERS else None)
            if found:
                return found
        return None

    def _numbered(self, noun: Token) -> Found | None:
        """ "The number of dead", "its estimate of the missing"."""
        for prep in noun.rights:
            for word in prep.rights if prep.lower_ == "of" else ():
                stem = self._participles.get(word.lower_)
                found = self._find(word.lower_, "state", word) or (self._find(stem, "object", word) if stem else None)
                if found:
                    return found
        return None

    def _beside(self, nominal: Token, number: tuple[Token, Token]) -> Found | None:
        """The nearest words: "2 dead, 5 hurt", "killing 12"."""
        for word in self._following(max(nominal, number[1], key=lambda token: token.i)):
            found = self._find(word.lower_, "state", word)
            if found is None and (word.tag_ in ("VBN", "VBD", "JJ") or word.lower_ in self._participles):
                found = self._find(self._stem(word), "object", word)
            if found and any(child.dep_ == "neg" for child in word.children):
                return None
            if found and word.tag_ == "VBD" and acts(word):
                return None  # "one of the suspects shot at people"
            if found is None and word.tag_ == "VBD":
                found = self._find(self._stem(word), "subject", word)
            if found:
                return found
        first = number[0]
        before = first.nbor(-1) if first.i > 0 else None
        if before is not None and before.pos_ == "VERB" and not any(c.dep_ == "neg" for c in before.children):
            return self._find(self._stem(before), "object", before)
        return None

    def _following(self, token: Token) -> Iterator[Token]:
        """The words behind a number up to the first that tells something; "four others seriously injured"."""
        doc, at = token.doc, token.i + 1
        end = min(len(doc), token.i + 6)
        if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].lower_ in self._asides:
            at = next((i + 1 for i in range(at + 1, min(len(doc), at + 9)) if doc[i].text == ","), end)
            end = min(len(doc), at + 3)
        for word in doc[at:end]:
            if word.is_punct or word.sent_start is True:
                return
            yield word
            if word.lower_ not in self._skipped:
                return
