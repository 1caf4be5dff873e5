"""Whether a bare weekday or month lies behind or ahead: the tense of its verb, and what the verb looks forward to.

"He resigned Friday" is past, "he will resign Friday", "is to resign Friday", "is due Friday" and "the treaty expires
Friday" are ahead.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from extractor.pipes.dates.words import Prospect
from extractor.syntax.clauses import AUXILIARIES

DEPTH = 12
"""Steps up the parse at most."""
SURE = -4
"""Behind, whatever the calendar makes likelier."""
NEAR = 3
"""Steps from a date to the verb on which it hangs."""
DIRECT = -3
"""Behind, as the date hangs on the very verb that is past: "they met on Sept. 4"."""

OBJECTS = ("dobj", "pobj", "prep", "attr", "compound", "xcomp", "acomp")
"""What stands between a noun and the verb that it is an object of."""

Contexts = Mapping[str, frozenset[str]]


class Looks:
    """The direction of each place of one `Doc`, which is parsed; each is worked out once."""

    def __init__(self, doc: Doc, prospects: Mapping[str, Prospect], context: Contexts) -> None:
        self._doc, self._prospects, self._context = doc, prospects, context
        self._own = frozenset(lemma for lemma, row in prospects.items() if row.past != "order")
        self._known: dict[int, int] = {}

    def __call__(self, start: int) -> int:
        """Below 0 where the words over the character look back, 1 where they look ahead, 0 where nothing tells."""
        known = self._known.get(start)
        if known is None:
            span = self._doc.char_span(start, start + 1, alignment_mode="expand")
            known = self._known[start] = 0 if span is None else self._direction(span[0])
        return known

    def _direction(self, token: Token) -> int:
        doc, place = self._doc, token.i - 1
        while place >= 0 and doc[place].lower_ in self._context["beside a date"]:
            place -= 1
        before = [word.lower_ for word in doc[max(0, place - 2) : place + 1]] or [""]
        if before[0] in self._context["compared"] and doc[place - 1].lemma_ in self._prospects:
            return -1  # "less than forecast in July"
        said = int(before[-1] in self._context["ahead"]) or _beside(before) or self._owning(token, before)
        if said:
            return -1 if before[-1] in ("until", "till") and _had(token) else said
        climbed = self._climb(token)
        if before[-1] == "through":
            return int(climbed >= 0)  # "runs through May"; "fell through May" may be any
        return climbed or int(before[-1] == "by")

    def _owning(self, day: Token, before: list[str]) -> int:
        """ "Wednesday's ruling" has been given; "ahead of Sunday's vote" and "will miss Saturday's match" are ahead;
        0 where nothing is the day's."""
        if day.i + 1 == len(self._doc) or self._doc[day.i + 1].lower_ not in ("'s", "’s"):
            return 0
        if before == ["ahead", "of"]:
            return 1
        fixture = day.head.lower_ in self._context["fixture"]
        return 1 if fixture and (before[-1] == "before" or self._is_awaited(day.head)) else -1

    def _is_awaited(self, event: Token) -> bool:
        """Whether an event is the object of what will be done; "Friday's vote will be challenged" has been taken."""
        for above in _above(event):
            if above.tag_.startswith(("VB", "MD")):
                helpers = {child.lower_ for child in above.children if child.dep_ in AUXILIARIES}
                return not helpers.isdisjoint({*self._context["likely"], "to"})
            if above.dep_ not in OBJECTS:
                return False
        return False

    def _climb(self, token: Token) -> int:
        """What the verbs above a token say, the nearest that says anything."""
        date: Token | None = token
        for step, above in enumerate(_above(token)):
            if above.tag_.startswith(("VB", "MD")):
                told = self._verb(above, date if step <= NEAR else None)
                if told is not None:
                    return told
                date = None
            elif above.lower_ in self._own:
                return -1 if any(child.tag_ == "VBD" for child in (above.head, *above.head.children)) else 1
        return 0

    def _verb(self, verb: Token, date: Token | None) -> int | None:
        """What one verb says, 0 where it says nothing; None sends the question to the verb above it.

        `date` is the date's word where it hangs on this very verb.
        """
        helpers = [child for child in verb.children if child.dep_ in AUXILIARIES]
        told = self._by_helpers(verb, helpers)
        if told is not None:
            return told
        if any(helper.lower_ == "to" for helper in helpers):
            return self._infinitive(verb)
        finite = next((child for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP")), verb)
        if verb.tag_ == "VBN" and verb.lemma_ in self._own and finite.lemma_ == "be":
            return 1
        if finite.tag_ == "VBD":
            return DIRECT if date is not None and verb.lemma_ not in self._own else -1
        return self._present(verb, date) if finite.tag_ in ("VBZ", "VBP") else self._participle(verb)

    def _by_helpers(self, verb: Token, helpers: list[Token]) -> int | None:
        """What auxiliaries say: "will meet", "has met", "has scheduled a hearing Thursday"; an imperative too."""
        if verb.lemma_ in self._context["planned"] and any(child.dep_ == "dobj" for child in verb.children):
            return 1
        if any(helper.lemma_ == "have" for helper in helpers):
            return -1
        if any(helper.lower_ in self._context["likely"] for helper in helpers):
            return 1
        return 1 if verb.tag_ == "VB" and verb.i == verb.sent.start else None  # "See you on Friday."

    def _present(self, verb: Token, date: Token | None) -> int:
        """ "plans a march Friday", "is leaving Friday", "the treaty expires on Friday": what is on the timetable."""
        if verb.lemma_ in self._own or verb.tag_ in ("VBG", "VBN"):
            return 1
        return int(date is not None and verb.lemma_ in self._context["timetable"])

    def _participle(self, verb: Token) -> int | None:
        """ "a record set on Aug. 6" was set; "a hearing set for Aug. 6" is to come."""
        links = ("on", "in")
        above = [child.lower_ for child in verb.head.head.children] if verb.dep_ == "acl" else []
        if verb.lemma_ in self._own and not {"have", "has"}.isdisjoint(above):
            return 1  # "the elections scheduled for November have been put off"
        placed = verb.lemma_ == "set" and verb.dep_ == "acl" and any(child.lower_ in links for child in verb.children)
        return -1 if placed or (verb.tag_ == "VBN" and verb.lemma_ not in self._own) else None

    def _infinitive(self, verb: Token) -> int | None:
        """ "plans to meet Friday", "is to meet Friday" look ahead; "came to help Friday" does not."""
        above = verb.head
        if any(child.lower_ == "had" for child in (*above.children, *above.head.children)):
            return None  # "had been due to expire Friday"
        if any(child.lower_ in ("first", "last", "only") for child in above.children):
            return None  # "the first state to join on Friday"
        known = self._prospects.get(above.lemma_) or self._prospects.get(above.lower_)
        if known is not None and known.past == "open" and above.tag_ == "VBD":
            return 0  # "agreed to sell its stake in October": either, and the nearest wins
        if above == verb or known is not None or above.lemma_ == "be":
            return 1
        return 1 if above.pos_ == "NOUN" and verb.dep_ in ("acl", "relcl") else None


def _above(token: Token) -> Iterator[Token]:
    """A token and those that it hangs on, the nearest first."""
    for _ in range(DEPTH):
        yield token
        if token.head == token:
            return
        token = token.head


def _beside(before: list[str]) -> int:
    """What the words before a date say of it; 0 where they leave it to the verbs."""
    if before[-1] == "ended":
        return SURE  # "the year ended Jan. 31" has ended, however near the next one is
    if before[-1] in ("until", "till") or before in (["as", "soon", "as"], ["as", "early", "as"]):
        return 1  # "they could leave as soon as Tuesday"
    return SURE if before[-1] == "since" else 0


def _had(token: Token) -> bool:
    """Whether the verb over a date is in the pluperfect: "until Thursday, they had not called him a suspect"."""
    verb = next((above for above in token.ancestors if above.tag_.startswith("VB")), token)
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children)
