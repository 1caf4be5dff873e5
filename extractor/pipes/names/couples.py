"""People who share a surname in the text ("Bill and Hillary Clinton"), and who have two ("Ruth Ellery (Stone)")."""

from collections.abc import Iterable

from extractor.pipes.names.page import Candidate, Page, is_name_word, text_of
from extractor.pipes.names.parts import parts

JOINTS = frozenset({"and", "&"})


def shared_surnames(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates, and one for each first name that "and" joins to a full name."""
    taken = {index: candidate for candidate in found for index in range(candidate.start, candidate.end)}
    more = {}
    for candidate in found:
        first = candidate.titles[0][0] if candidate.titles else candidate.start
        at = first - 2
        if at < 0 or page.texts[first - 1] not in JOINTS or not _is_first_name(page, at, taken.get(at)):
            continue
        split = parts(text_of(page, candidate.start, candidate.end), page.lexicon)
        if split.given and split.given[0].lower() in page.lexicon.given:
            more[at] = Candidate(at, at + 1, candidate.label, full=f"{page.texts[at]} {split.surname}")
    return [candidate for candidate in found if candidate.start not in more] + list(more.values())


def _is_first_name(page: Page, index: int, whole: Candidate | None) -> bool:
    """Whether the word is a first name on its own, "Brothers" before it or not, and no place ("Hall of Maryland")."""
    if page.texts[index].lower() not in page.lexicon.given or not is_name_word(page.texts[index]):
        return False
    if whole is not None and whole.end - whole.start > 1:
        return False
    if index == 0 or page.starts[index] in page.borders:
        return True
    before = page.texts[index - 1].lower()
    if (before in page.lexicon.words.genitives or before in page.lexicon.words.local) and _is_place(page, index):
        return False
    return not is_name_word(page.texts[index - 1]) or before in page.lexicon.groups


def _is_place(page: Page, index: int) -> bool:
    return page.texts[index].lower() in page.lexicon.places or page.doc[index].ent_type_ == "GPE"


def with_others(page: Page, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, a surname in brackets behind a person's full name taken for that person's other one."""
    kept: list[Candidate] = []
    for candidate in sorted(found):
        if kept and kept[-1].other and candidate.start <= kept[-1].end + 1:
            continue
        other = _other(page, candidate)
        kept.append(candidate._replace(other=other) if other else candidate)
    return kept


def _other(page: Page, one: Candidate) -> str:
    """The surname in brackets behind a full name, "" for none."""
    bracket = page.texts[one.end : one.end + 3]
    if one.end - one.start < 2 or one.label not in {"PERSON", ""} or len(bracket) < 3:
        return ""
    told = bracket[0] == "(" and bracket[2] == ")" and is_name_word(bracket[1])
    return bracket[1] if told and bracket[1].lower() in page.lexicon.surnames else ""
