"""Descriptions that a verb gives: "Calder is the mayor", "was named chief medical officer", "served as rear admiral",
"Okafor, who became director of the school", "resigned as general manager".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extractor.pipes.names.lexicon import Post
from extractor.pipes.names.page import Page
from extractor.pipes.names.phrases import NOUNS, Description, complement, is_past, noun_at, start_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNREAL = frozenset({"if", "whether", "unless"})


def predicates(page: Page, start: int, end: int) -> Iterator[Description]:
    """What verbs say that the bearer of the name between these tokens is or was."""
    root = page.doc[end - 1]
    while start <= root.head.i < end and root.head.i != root.i:
        root = root.head
    for verb, passive, as_object in _verbs(root):
        post = page.lexicon.posts.get(verb.lemma_.lower())
        if post is None or (post.holder == "object") != (passive or as_object) or not _is_fact(verb):
            continue
        over = _is_over(page, verb, post)
        for noun in _nouns(verb, post, passive=passive, behind=root.i if as_object else None):
            if (found := _description(page, noun)) is not None:
                yield found._replace(past=found.past or over)


def _verbs(root: Token) -> Iterator[tuple[Token, bool, bool]]:
    """The verbs of which the name is subject or object, whether they are passive, and whether it is their object."""
    heads: list[tuple[Token, bool, bool]] = []
    if root.dep_ in SUBJECTS:
        heads.append((root.head, root.dep_ == "nsubjpass", False))
    elif root.dep_ in {"dobj", "oprd"}:
        heads.append((root.head, False, True))
    for child in root.children:
        if child.dep_ == "relcl":
            heads += [
                (child, one.dep_ == "nsubjpass", False)
                for one in child.children
                if one.dep_ in SUBJECTS and one.tag_ == "WP"
            ]
    for verb, passive, as_object in heads:
        yield verb, passive, as_object
        for other in verb.conjuncts:
            own = [child.dep_ for child in other.children]
            if other.i > verb.i and not as_object and not SUBJECTS.intersection(own):
                yield other, "auxpass" in own, False


def _is_fact(verb: Token) -> bool:
    """Whether the clause says so: "may become", "was never", "if she is" do not."""
    if verb.sent[-1].text == "?":
        return False
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ in {"MD", "TO"}):
            return False
        if child.dep_ == "mark" and child.lower_ in UNREAL:
            return False
    return True


def _nouns(verb: Token, post: Post, *, passive: bool, behind: int | None) -> Iterator[Token]:
    """The nouns that say what somebody is: attribute, object predicate, or the object of "as" or "to".

    Of somebody who is the verb's object they stand `behind` the name.
    """
    for child in verb.children:
        opening = child.dep_ == "prep" and behind is None  # "who as a Navy captain was its physician"
        if child.i < (verb.i if behind is None else behind) and not opening:
            continue
        if "attribute" in post.frames and child.dep_ in ({"attr", "oprd", "dobj"} if passive else {"attr", "oprd"}):
            yield child
            yield from child.conjuncts
        elif child.dep_ == "prep" and child.lower_ in post.frames:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield noun
                    yield from noun.conjuncts


def _description(page: Page, noun: Token) -> Description | None:
    row = noun_at(page, noun.i)
    if row is None or noun.pos_ not in NOUNS or noun.tag_ in {"NNS", "NNPS"}:
        return None
    start = start_of(page, noun.i + 1)
    end = complement(page, start, noun.i + 1, closed=False)
    return Description(start, end, noun.i, row, past=is_past(page, start))


def _is_over(page: Page, verb: Token, post: Post) -> bool:
    """Whether the verb says that it holds no more: "was the mayor", "had been", "served as", "resigned as".

    "was a carpenter and poet" does not, nor does what somebody said of today ("She said Calder was the mayor").
    """
    if post.holds != "while":
        return post.holds == "until"
    if any(child.dep_ == "aux" and child.tag_ == "VBD" for child in verb.children):
        return True
    if verb.tag_ != "VBD" or (verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}):
        return False
    return verb.lemma_ != "be" or not any(
        _is_indefinite(page, child) for child in verb.children if child.dep_ == "attr"
    )


def _is_indefinite(page: Page, noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in page.lexicon.words.indefinite for child in noun.children)
