"""People who share a surname in the text: "Bill and Hillary Clinton"."""

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
    if index == 0 or page.doc[index].idx in page.borders:
        return True
    before = page.texts[index - 1].lower()
    if (before in page.lexicon.words.genitives or before in page.lexicon.words.local) and _is_place(page, index):
        return False
    return not is_name_word(page.texts[index - 1]) or before in page.lexicon.groups


def _is_place(page: Page, index: int) -> bool:
    return page.texts[index].lower() in page.lexicon.places or page.doc[index].ent_type_ == "GPE"
