"""What speaks for and against a candidate of a pronoun, as names of circumstances whose weights a table holds."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.pipes.reference.discourse import Discourse
from extractor.pipes.reference.sites import Layout, Site
from extractor.syntax.phrases import end_of

SENTENCES = ("same sentence", "last sentence", "two sentences back", "three sentences back")


class Asked(NamedTuple):
    """A pronoun to be resolved. `speaks` are the quotes whose speaker it is, `inside` the quote it stands in."""

    site: Site
    gender: str
    speaks: tuple[int, ...]
    inside: int | None


class Setting(NamedTuple):
    """What is known beside the stage: who speaks each quote so far, by number, and where each quote's words are."""

    layout: Layout
    discourse: Discourse
    said_last: int | None
    quoted_in: dict[int, tuple[tuple[int, int], ...]]


def circumstances(asked: Asked, number: int, before: Site | None, rank: int, setting: Setting) -> Iterator[str]:
    """The circumstances of the pronoun meaning the actor, whose last mention before it is `before`."""
    yield from distance(asked.site, before)
    yield ("nearest", "second nearest", "third nearest")[rank] if rank < 3 else "farther than others"
    if before is not None:
        yield f"{before.role} before"
        if before.role == asked.site.role:
            yield "same role"
        if before.role == asked.site.role == "subject" and before.sentence == asked.site.sentence - 1:
            yield "subject of the last sentence"
            named = before.paragraph == asked.site.paragraph and not setting.discourse.actors[number].last_was_pronoun
            if named and asked.speaks and setting.layout.opens(before):
                yield "paragraph opens with the name"  # "Vogt scoffed at that. Reached by telephone, he said ..."
        yield from _above(asked.site, before, setting.layout)
    if _joined(asked.site, setting, number):
        yield "joined to it"
    yield from _prominence(asked, number, setting)
    yield from _voice(asked, number, before, setting, nearest=rank == 0)


def distance(site: Site, before: Site | None) -> Iterator[str]:
    """How many sentences and paragraphs back the last mention stands."""
    if before is None:
        yield "not yet mentioned"
        return
    back = max(0, site.sentence - before.sentence)
    yield SENTENCES[back] if back < len(SENTENCES) else "four to six sentences back" if back < 7 else "long ago"
    paragraphs = site.paragraph - before.paragraph
    if paragraphs == 1:
        yield "last paragraph"
    elif paragraphs > 1:
        yield "paragraphs back"


def _above(site: Site, before: Site, layout: Layout) -> Iterator[str]:
    """Subjects of the clause and of those it depends on: "Smith said that Jones, who had lost his car, called him"."""
    if before.sentence != site.sentence:
        return
    above = list(layout.verbs(site.clause))
    described = (layout.heads[verb] for verb in (site.clause, *above) if layout.deps[verb] == "relcl")
    if before.token in described or (before.role == "subject" and before.clause == site.clause):
        yield "subject of the clause"
    elif before.role == "subject" and before.clause in above:
        yield "subject above"


def _prominence(asked: Asked, number: int, setting: Setting) -> Iterator[str]:
    discourse, actor = setting.discourse, setting.discourse.actors[number]
    if actor.person is None:
        yield "unnamed"
    if number == discourse.foremost:
        yield "foremost"
    if actor.count > 1:
        yield "mentioned often" if actor.count > 4 else "mentioned again"
    if actor.gender is not None and not actor.guessed:
        yield "gender known"
    if discourse.last.get(asked.gender) == number:
        yield "last so called"
    if actor.last_was_pronoun:
        yield "pronoun before"


def _joined(site: Site, setting: Setting, number: int) -> bool:
    """ "The bodies of Grell and his son": whether the possessive is joined to a mention right before it."""
    layout = setting.layout
    if site.role != "possessive" or site.token < 2 or layout.deps[site.token - 1] != "cc":
        return False
    end = end_of(layout.doc[site.token - 2])
    return any(one.end == end for one in setting.discourse.actors[number].sites)


def _voice(asked: Asked, number: int, before: Site | None, setting: Setting, *, nearest: bool) -> Iterator[str]:
    discourse = setting.discourse
    if asked.inside is not None and discourse.speakers.get(asked.inside) == number:
        yield "its own quote" if asked.site.marks >= 0 else "reports on itself"
    if asked.speaks:
        yield from _speaking(asked, number, before, setting, nearest=nearest)
    if before is None or _is_spoken_of(asked, before, setting):
        return
    if before.marks >= 0 and before.marks != asked.site.marks:
        yield "named in another's words"
    elif before.marks < 0 <= asked.site.marks:
        yield "named before the quote"


def _speaking(asked: Asked, number: int, before: Site | None, setting: Setting, *, nearest: bool) -> Iterator[str]:
    """What is weighed of a pronoun that is the speaker of a quote; `nearest`: nobody else was mentioned since."""
    if setting.discourse.actors[number].is_dead:
        yield "dead"
    if nearest and setting.said_last == number:
        yield "spoke last"
        if before is not None and asked.site.paragraph - before.paragraph == 1:
            yield "spoke in the last paragraph"  # “...,” said Novak.⏎⏎“...,” he said.
    if before is not None and _is_spoken_of(asked, before, setting):
        yield "spoken of"


def _is_spoken_of(asked: Asked, before: Site, setting: Setting) -> bool:
    """Whether a speaker's last mention stands in what it says itself."""
    spans = (span for quote in asked.speaks for span in setting.quoted_in[quote])
    return any(start <= before.start < end for start, end in spans)
