"""Names that are known from elsewhere in the article and that the base model passed over: "Galois returned"."""

from collections.abc import Iterator

from extractor.pipes.names.arbiter import Cast
from extractor.pipes.names.page import HYPHENS, Candidate, Page, folded, is_border, is_name_word
from extractor.pipes.names.titles import titles_before
from extractor.syntax.columns import columns


def recurring(page: Page, found: list[Candidate], cast: Cast) -> list[Candidate]:
    """Further candidates: names of the cast where no candidate stands."""
    taken = bytearray(len(page.texts) + 1)
    for candidate in found:
        taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
    acronyms = [
        folded(page.texts[one.start]) for one in found if one.found == "spelled out" and one.end - one.start == 1
    ]
    return list(_search(page, taken, cast, _wanted(cast, acronyms)))


def _wanted(cast: Cast, acronyms: list[str]) -> dict[str, list[list[str]]]:
    """The words of the names that are looked for, by their first word, long ones first."""
    wanted: dict[str, list[list[str]]] = {}
    for name in dict.fromkeys([*cast.full, *cast.surnames, *cast.given, *cast.lone, *acronyms, *cast.teams]):
        words = name.replace("-", " - ").split()
        wanted.setdefault(words[0], []).append(words)
    for names in wanted.values():
        names.sort(key=len, reverse=True)
    return wanted


def _search(page: Page, taken: bytearray, cast: Cast, wanted: dict[str, list[list[str]]]) -> Iterator[Candidate]:
    texts, end = page.texts, 0
    for index in columns(page.doc).capitals:
        if index < end:
            continue
        for words in wanted.get(folded(texts[index]), ()):
            stop = index + len(words)
            if any(taken[index:stop]) or [folded(word) for word in texts[index:stop]] != words:
                continue
            name = " ".join(words)
            if name in cast.teams and index and page.texts[index - 1].lower() in page.lexicon.words.definite:
                yield Candidate(index, stop, "ORG")
                end = stop
                break
            if (name not in cast.teams or name in cast.lone or name in cast.surnames) and _stands_alone(
                page, index, stop, single=name not in cast.full
            ):
                titles, couple = titles_before(page, index)
                yield Candidate(index, stop, "", titles, couple)
                end = stop
                break


def _stands_alone(page: Page, start: int, end: int, *, single: bool) -> bool:
    """The guard: it is not part of a longer name, nor a word that only looks like one ("Young people")."""
    before = page.texts[start - 1] if start and page.starts[start] not in page.borders else ""
    after = page.texts[end] if end < len(page.texts) and not is_border(page, end) else ""
    if _ties(page, end, after) or _ties(page, start - 1, before):
        return False
    token = page.doc[end - 1]
    if not single:
        return token.dep_ != "compound" or not after or not is_name_word(after)
    if not _may_name(page, end - 1) or (after and not token.text.isupper() and _goes_on(page, end)):
        return False
    return not before or not _is_name_before(page, start - 1)


def _ties(page: Page, index: int, text: str) -> bool:
    """Whether the token beside a name is a hyphen that ties another word to it."""
    return text in HYPHENS and not page.doc[index].whitespace_


def _is_name_before(page: Page, index: int) -> bool:
    """Whether the word before is a name's, and neither a title nor a headline's."""
    text = page.texts[index]
    if text in page.lexicon.titles or text.isupper():
        return False
    return is_name_word(text) and page.doc[index].pos_ == "PROPN"


def _may_name(page: Page, index: int) -> bool:
    """Whether the tagger sees a noun there, and none that describes people."""
    token = page.doc[index]
    if token.pos_ == "PROPN":
        return True
    return token.pos_ in {"NOUN", "X"} and (bool(token.is_oov) or token.text.lower() not in page.lexicon.nouns)


def _goes_on(page: Page, index: int) -> bool:
    """Whether the token goes on with a name."""
    text = page.texts[index]
    return is_name_word(text) and text[0].isalpha() and page.doc[index].pos_ == "PROPN"
