"""Where the content of a cue must end: at another report, the verb of a noun's clause, the mark of a sign."""

from bisect import bisect
from operator import attrgetter

from spacy.tokens import Token

from extractor.pipes.quotes import cues, joints
from extractor.pipes.quotes.cues import Cue
from extractor.pipes.quotes.page import Joint, Page, mark_at, paragraph_of, token_from
from extractor.pipes.quotes.rows import Noun, Verb

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
REACH = 80
"""Tokens from the beginning of content to a joint where it may end, at most."""


def of_cue(page: Page, cue: Cue) -> int:
    """The last place where content may end: that of the paragraph, or the verb whose subject a noun is.

    `His claim that the law was outdated won few friends`.
    """
    high, noun = _next_report(page, cue, paragraph_of(page, cue.start)[1]), cue.token
    if not isinstance(cue.row, Noun) or noun.dep_ not in SUBJECTS or noun.head.i < noun.i:
        return high
    verb = next((left for left in noun.head.lefts if left.i > noun.i and left.dep_ in AUXILIARIES), noun.head)
    return min(high, int(verb.idx))


def _next_report(page: Page, cue: Cue, high: int) -> int:
    """Where another report begins in the sentence: `while the council said`, `before adding that`, `but said`."""
    high = _behind_sign(page, cue, high)
    for joint in near(joints.at(page, cue.start), cue.token.i):
        if joint.at >= len(page.doc) - 1 or page.starts[joint.at] >= high:
            break
        if joint.at <= cue.token.i:
            continue
        if _is_next(page, cue, joint):
            return min(high, max(page.starts[joint.at], cue.end))
    return high


def near(listed: list[Joint], token: int) -> list[Joint]:
    """The joints that are of interest at a token: in "said that he said that he said" each would see all others."""
    place = attrgetter("at")
    return listed[bisect(listed, token - REACH, key=place) : bisect(listed, token + 2 * REACH, key=place)]


def _behind_sign(page: Page, cue: Cue, high: int) -> int:
    """`A note that said <"Back soon"> lay on the desk`: of a noun, up to the mark, where a verb follows."""
    following = token_from(page, cue.end)
    if cue.token.dep_ not in {"relcl", "acl"} or following >= len(page.doc):
        return high
    index = mark_at(page, page.starts[following])
    if index is None or page.marks[index].start not in {page.starts[following], page.starts[following] - 1}:
        return high
    behind = token_from(page, page.marks[index].end)
    is_verb = behind < len(page.doc) and page.doc[behind].tag_ in FINITE | {"MD"}
    return page.marks[index].end if is_verb else high


def _is_next(page: Page, cue: Cue, joint: Joint) -> bool:
    """Whether what follows a joint reports anew.

    With a subject of its own behind `while`, in the form of the cue; without one behind `but`, after a refusal, or
    where the content has another form: `declined to say who would play but said`, while in `said she came and told
    him` the verb may be the content's.
    """
    if "then a verb of saying" not in joint.names and joint.names[0] not in page.lexicon.turns:
        return False
    small, word, token = page.lexicon.small, page.doc[joint.at], cue.token
    if word.lower_ in small["turn"]:
        return token.tag_ in FINITE and _adds(page, page.doc[joint.at + 1])
    if joint.at == token.i + 1 or "then a verb of saying" not in joint.names:
        return False
    top = page.doc[joint.top]
    if "then a verb with a subject" in joint.names:
        return word.lower_ in small["contrast"] and token.tag_ in FINITE and top.tag_ == token.tag_
    return _says_besides(cue, top) or (word.lower_ in small["adversative"] and _turns(page, cue, top))


def _turns(page: Page, cue: Cue, top: Token) -> bool:
    """`would not say who but said`, `confirmed it but would not comment`."""
    if top.tag_ == "VB":
        return cue.token.tag_ in FINITE and any(left.dep_ == "neg" for left in top.lefts)
    withheld = cues.withholds(page, cue.token, cue.stance)
    return top.tag_ in FINITE and (withheld or (top.tag_ == cue.token.tag_ and top.head.tag_ in {"VB", "VBG"}))


def _says_besides(cue: Cue, verb: Token) -> bool:
    """`thanked those who stayed and said that ...`: after a verb that takes no clause, one in its form that has one."""
    is_like = verb.tag_ == cue.token.tag_ and verb.dep_ == "conj" and verb.head.i > cue.token.i
    takes_none = isinstance(cue.row, Verb) and "clause" not in cue.row.frames
    return is_like and takes_none and any(child.dep_ == "ccomp" for child in verb.rights)


def _adds(page: Page, word: Token) -> bool:
    """`said it was late before adding that ...`: a participle of a verb of saying with content of its own."""
    row = cues.verb_row(page, word) if word.tag_ == "VBG" else None
    return row is not None and row.needs != "marks" and any(child.dep_ == "ccomp" for child in word.rights)
