"""People who share a surname in the text: "Bill and Hillary Clinton"."""

from extractor.pipes.names.page import Candidate, Page, is_name_word, text_of
from extractor.pipes.names.parts import parts


def shared_surnames(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates, and one for each first name that "and" joins to a full name."""
    taken = {index: candidate for candidate in found for index in range(candidate.start, candidate.end)}
    more = {}
    where = page.lexicon.words.genitives | page.lexicon.words.local
    for candidate in found:
        first = candidate.titles[0][0] if candidate.titles else candidate.start
        at = first - 2
        if at < 0 or page.texts[first - 1] not in {"and", "&"} or not is_name_word(page.texts[at]):
            continue
        split = parts(text_of(page, candidate.start, candidate.end), page.lexicon)
        alone = at == 0 or page.doc[at].idx in page.borders or not is_name_word(page.texts[at - 1])
        if at and page.texts[at - 1].lower() in where and _is_place(page, at):
            continue  # "Reps. Hall of Maryland and Ann Stone"
        alone = alone or page.texts[at - 1].lower() in page.lexicon.groups  # "Brothers Ethan and Joel Coen"
        whole = taken.get(at)
        if (
            (whole is not None and whole.end - whole.start > 1)
            or not alone
            or not split.given
            or page.texts[at].lower() not in page.lexicon.given
        ):
            continue
        if split.given[0].lower() in page.lexicon.given:
            more[at] = Candidate(at, at + 1, candidate.label, full=f"{page.texts[at]} {split.surname}")
    return [candidate for candidate in found if candidate.start not in more] + list(more.values())


def _is_place(page: Page, index: int) -> bool:
    return page.texts[index].lower() in page.lexicon.places or page.doc[index].ent_type_ == "GPE"
