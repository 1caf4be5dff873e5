"""Finds who speaks: the subject of the cue, over coordination and participles, its agent, or who a noun belongs to."""

from collections.abc import Callable

from spacy.tokens import Token

from extractor.annotations import trace
from extractor.pipes.quotes import mentions, outer
from extractor.pipes.quotes.cues import is_set_in
from extractor.pipes.quotes.page import Mention, Page, end_of, mark_at, paragraph_of, token_from

SUBJECTS = frozenset(("nsubj", "csubj"))
UPWARDS = frozenset(("xcomp", "advcl", "pcomp", "prep", "ccomp", "conj", "acomp", "pobj"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
MAX_STEPS = 6
LONGEST = 12
"""Words of a noun phrase that the parser has not found, at most."""
MOST_CHILDREN = 100
"""A head with more is no verb of a sentence: in "said said said" one has all others below it."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
IN_PHRASE = NOMINAL | {"DET", "ADJ", "ADP", "ADV", "PART"}
OBLIQUE = frozenset(("npadvmod", "prep", "advmod", "intj", "punct"))
OF_HOUSE = frozenset(("at", "of", "for", "from", "with"))
DUMMIES = frozenset(("it", "there"))


Speaker = tuple[Mention | None, str | None]
"""Who speaks, or else why nobody is found."""


def of_verb(page: Page, verb: Token, *, passive: bool) -> Speaker:
    """The speaker of a reporting verb, or why there is none."""
    if passive:
        step, found = "agent of the passive", _agent(verb)
        said: Speaker = (None, "passive") if found is None else (mentions.mention(page, found), None)
    else:
        step, found = _subject(page, verb)
        said = _without_subject(page, verb) if found is None else _of_subject(page, verb, found)
    _note(page, verb, step, said)
    return said


def _note(page: Page, cue: Token, step: str, speaker: Speaker) -> None:
    """Which step found the speaker, for `extract trace`."""
    if not trace.is_traced(page.doc):
        return
    who, why = speaker
    shown = f"no speaker, {why}" if who is None else f"speaker {page.text[who.start : who.end]!r}"
    trace.note(page.doc, "quotes", (cue.idx, cue.idx + len(cue)), f"quotes/speaker: {step}", outcome=shown)


def _without_subject(page: Page, verb: Token) -> Speaker:
    before = _phrase_before(page, verb)
    return (None, "no subject") if before is None else (before, None)


def _of_subject(page: Page, verb: Token, found: Token) -> Speaker:
    """The mention that the subject is of, unless it stands for nobody: "it" in "it was said"."""
    if found.lower_ in DUMMIES and (found.dep_ == "expl" or verb.tag_ == "VB"):
        return None, "impersonal"
    if found.lower_ == "that" and verb.dep_ == "relcl":
        return mentions.before_relative(page, _telling(page, verb.head, found), found), None
    whole = _with_foreign(page, found) or mentions.mention(page, found)
    if whole is not None and whole.start < verb.idx < whole.end:  # "a rival attacking the plan": up to the participle
        end = len(page.text[whole.start : verb.idx].rstrip(" ,")) + whole.start
        whole = Mention(whole.start, end, whole.type)
    return _with_house(page, verb, whole), None


def _telling(page: Page, noun: Token, pronoun: Token) -> Token:
    """`in the wake of polls by the school that showed ...`: the noun that can tell, if its head can't."""
    kinds = page.lexicon.kinds
    if noun.lemma_.lower() in kinds or noun.pos_ != "NOUN":
        return noun
    behind = (page.doc[at] for at in range(noun.i + 1, pronoun.i))
    told = (word for word in behind if word.pos_ == "NOUN" and kinds.get(word.lemma_.lower()) == "document")
    return next(told, noun)


def _with_house(page: Page, verb: Token, whole: Mention | None) -> Mention | None:
    """`wrote analysts at Kessler & Co. in a note`: whose they are, where the parser gives that to the verb."""
    at = len(page.doc) if whole is None or whole.start < verb.idx else token_from(page, whole.end)
    if whole is None or at + 1 >= len(page.doc) or page.doc[at].head.i != verb.i or page.doc[at].lower_ not in OF_HOUSE:
        return whole
    last = at + 1
    while last + 1 < len(page.doc) and page.doc[last + 1].ent_type_ == "ORG" and page.doc[last + 1].ent_iob_ == "I":
        last += 1
    return Mention(whole.start, end_of(page.doc[last]), whole.type) if page.doc[at + 1].ent_type_ == "ORG" else whole


def _with_foreign(page: Page, last: Token) -> Mention | None:
    """`A farmer near the town of Primavera do Leste said`: the parser takes the "do" of a name for an auxiliary."""
    doc, at = page.doc, last.left_edge.i - 1
    if last.pos_ != "PROPN" or at < 1 or doc[at].pos_ != "AUX" or doc[at - 1].pos_ != "PROPN":
        return None
    top = doc[at - 1]
    while top.dep_ in {"compound", "pobj", "prep"} and top.head.i != top.i:
        top = top.head
    return Mention(doc[top.left_edge.i].idx, end_of(last), mentions.kind(top)) if top.i < at else None


def subject(page: Page, verb: Token) -> Token | None:
    """The subject of a verb, over coordination, participles and infinitives."""
    return _subject(page, verb)[1]


def _subject(page: Page, verb: Token) -> tuple[str, Token | None]:
    """The first step that finds the subject, going up, and what it finds."""
    at = verb
    for _ in range(MAX_STEPS):
        for step, way in SUBJECT_STEPS:
            found = way(page, at)
            if found is not None:
                return step, found
        above = outer.above(page, at)
        if above is None or above.i == at.i:
            break
        at = above
        if at.pos_ in {"NOUN", "PROPN", "PRON"} and at.dep_ not in UPWARDS:
            return "the noun above", at if at.pos_ != "NOUN" else _possessor(at)
    return "the phrase before", None


def _is_object(own: Token, verb: Token) -> bool:
    """`The company disputes that, saying ...`: the parser gives "that" to the participle."""
    is_participle = verb.dep_ == "advcl" and verb.tag_ == "VBG"
    return is_participle and own.i + 1 < verb.i and bool(own.nbor().text == ",")


def _its_own(page: Page, verb: Token) -> Token | None:
    """`Monday said` has no speaker, `the 34-year-old said` has."""
    own = _own_subject(verb)
    if own is not None and own.lower_ in page.lexicon.small["thing"] and _is_object(own, verb):
        return None
    return own if own is not None and (own.ent_type_ not in {"DATE", "TIME"} or own.pos_ == "ADJ") else None


def _quoted(page: Page, verb: Token) -> Token | None:
    """`The Courier quoted Ed Finch as saying`, `Finch was quoted by the Courier as saying`: who is quoted."""
    quoting = quoting_verb(page, verb)
    if quoting is None:
        return None
    roles = ("nsubjpass",) if any(child.dep_ == "nsubjpass" for child in quoting.lefts) else ("dobj",)
    return next((child for child in quoting.children if child.dep_ in roles), None)


def _described(page: Page, verb: Token) -> Token | None:
    """`a letter saying`, `a rival attacking the plan`: the noun, where it is no occasion of somebody's speech.

    In `disputes that, saying ...` the pronoun is what is disputed.
    """
    if verb.dep_ != "acl" or _is_occasion(page, verb.head):
        return None
    is_thing = verb.head.dep_ == "dobj" and verb.head.lower_ in page.lexicon.small["thing"]
    return None if is_thing else verb.head


def _asked(page: Page, verb: Token) -> Token | None:  # noqa: ARG001, a step
    """`asked her to explain`, but `used the speech to explain`."""
    if verb.dep_ != "xcomp":
        return None
    controller = next((child for child in verb.head.children if child.dep_ == "dobj"), None)
    is_someone = controller is not None and controller.i < verb.i and _is_someone(controller)
    return controller if is_someone else None


def _of_the_headline(page: Page, verb: Token) -> Token | None:
    """`Mayor vows to rebuild pier, says council failed town`: a headline names its subject once."""
    first, before = token_from(page, paragraph_of(page, verb.idx)[0]), page.doc[max(0, verb.i - 1)]
    if verb.tag_ != "VBZ" or before.text != "," or page.text[paragraph_of(page, verb.idx)[1] - 1] in ".?!":
        return None
    told = next((word for word in page.doc[first : verb.i] if word.tag_ in {"VBZ", "VBP"}), None)
    return None if told is None or told.i == first else _nominal_at(page.doc[told.i - 1])


def _nominal_at(word: Token) -> Token | None:
    return word if word.pos_ in NOMINAL else None


def _set_in(page: Page, verb: Token) -> Token | None:  # noqa: ARG001, a step
    """`Vogt, asked about the letter, said`: the parser gives the subject to what is set in between commas."""
    above = next((child for child in verb.lefts if is_set_in(child)), None)
    return None if above is None else next((child for child in above.lefts if child.dep_ == "nsubj"), None)


SUBJECT_STEPS: tuple[tuple[str, Callable[[Page, Token], Token | None]], ...] = (
    ("its own subject", _its_own),
    ("the subject of what is set in", _set_in),
    ("who is quoted", _quoted),
    ("the subject of the headline", _of_the_headline),
    ("the noun that it describes", _described),
    ("who is asked", _asked),
)


def quoting_verb(page: Page, verb: Token) -> Token | None:
    """`quoted` in `quoted Ed Finch as saying`: a verb of the tables whose "as" governs a participle of speech."""
    link = verb.head
    if verb.tag_ != "VBG" or link.lower_ != "as" or link.dep_ not in {"prep", "mark"}:
        return None
    above = link.head
    return above if above.pos_ == "VERB" and above.lemma_.lower() in page.lexicon.verbs else None


def _is_occasion(page: Page, noun: Token) -> bool:
    """`released a statement saying`: who released it says it."""
    return noun.lemma_.lower() in page.lexicon.occasions and noun.dep_ in {"dobj", "pobj"}


def of_noun(page: Page, noun: Token) -> Speaker:
    """The speaker of a reporting noun: possessor, agent, or the subject of the verb that it is the object of."""
    for step, way in NOUN_STEPS:
        found = way(page, noun)
        if found is not None:
            said = mentions.mention(page, found), None
            _note(page, noun, step, said)
            return said
    return None, "no subject"


def _origin(noun: Token) -> Token | None:
    """`a claim from officials`."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            return next((one for one in child.rights if one.dep_ == "pobj"), None)
    return None


def _giver(page: Page, noun: Token) -> Token | None:
    """`made the claim that`, `answered with chants of`, but nobody in `struggled under complaints that`."""
    governor, lexicon = noun.head, page.lexicon
    if noun.dep_ == "pobj":
        governor = governor.head if governor.lower_ in lexicon.small["giving"] else noun
    elif noun.dep_ not in {"dobj", "attr"} or (noun.dep_ == "dobj" and governor.lemma_.lower() not in lexicon.givers):
        return None
    return subject(page, governor) if governor.pos_ in {"VERB", "AUX"} else None


def _own_subject(verb: Token) -> Token | None:
    """The nearest: in `LONDON - Lee said` the parser gives the verb two."""
    if verb.n_lefts + verb.n_rights > MOST_CHILDREN:
        return None
    found = [child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ == "nsubjpass"]
    if len(found) > 1 and found[-1].left_edge.text in {"(", "“", '"'}:
        found.pop()  # `Tidewell Instruments Inc. ("Tidewell") announced`
    behind = [child for child in found if child.i > verb.i]
    if behind and len(found) > 1 and verb.i and verb.nbor(-1).text == ",":
        return behind[0]  # "The tunnel, said the mayor, will cost too much"
    return min(found, key=lambda child: abs(child.i - verb.i), default=None)


def _phrase_before(page: Page, verb: Token) -> Mention | None:
    """`Nearly three in four say`, `Ann Lee, who won, said`: what stands before a finite verb that has no subject."""
    doc, last = page.doc, verb.i - 1
    while last >= 0 and (doc[last].dep_ in {"aux", "auxpass", "neg"} or doc[last].pos_ == "ADV"):
        last -= 1
    if verb.tag_ not in FINITE or last < 0 or doc[last].is_sent_start is None or doc[verb.i].is_sent_start:
        return None
    if doc[last].text == ",":
        left = next((child for child in verb.lefts if child.pos_ in NOMINAL and child.dep_ not in OBLIQUE), None)
        return None if left is None else mentions.mention(page, left)
    if doc[last].pos_ not in NOMINAL or mark_at(page, doc[last].idx) is not None:
        return None
    first = _first_nominal(page, last)
    return Mention(doc[first].idx, end_of(doc[last]), mentions.kind(doc[last]))


def _first_nominal(page: Page, last: int) -> int:
    """The first token of the words before a place that a noun phrase may hold, in its sentence."""
    doc, first = page.doc, last
    while first > max(0, last - LONGEST) and not doc[first].is_sent_start and doc[first - 1].pos_ in IN_PHRASE:
        first -= 1
    return first


def _is_someone(token: Token) -> bool:
    return token.pos_ in {"PRON", "PROPN"} or token.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}


def _possessor(noun: Token) -> Token | None:
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((one for one in child.rights if one.dep_ == "pobj"), None)
    return None


NOUN_STEPS: tuple[tuple[str, Callable[[Page, Token], Token | None]], ...] = (
    ("whose it is", lambda _, noun: _possessor(noun)),
    ("agent of the noun", lambda _, noun: _agent(noun)),
    ("whom it comes from", lambda _, noun: _origin(noun)),
    ("who gives it", _giver),
)
