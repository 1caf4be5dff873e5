"""Why things are as they are: what a component decided, by which step and which row, and what came second.

Nothing is kept unless `extract trace` asked for it (`begin`): a note costs one look into a dict. Notes are for people
and for tools that show them; no component reads them.
"""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from spacy.tokens import Doc

KEY = "trace"
"""The key of the notes in `doc.user_data`."""


class Note(TypedDict):
    """One decision, about the characters from `start` to `end`.

    `step` is the module and the named step that decided ("quotes/speaker: agent of the passive"), `row` the rule of a
    table ("quotes/verbs.csv:say"), `outcome` what was decided, null where something was nearly found and dropped,
    `runner_up` what came second, `weights` the circumstances that were weighed.
    """

    component: str
    start: int
    end: int
    step: str
    outcome: str | None
    row: NotRequired[str | None]
    runner_up: NotRequired[str | None]
    weights: NotRequired[dict[str, float]]


def begin(doc: Doc) -> None:
    """From here on the notes on this `Doc` are kept."""
    doc.user_data[KEY] = []


def is_traced(doc: Doc) -> bool:
    """Whether notes are kept: for what is dear to put into words."""
    return KEY in doc.user_data


def note(  # noqa: PLR0913, one parameter a field
    doc: Doc,
    component: str,
    at: tuple[int, int],
    step: str,
    *,
    outcome: str | None,
    row: str | None = None,
    runner_up: str | None = None,
    weights: Mapping[str, float] | None = None,
) -> None:
    """Keep a decision of a component ("quotes") about a stretch, where somebody asked for it."""
    kept: list[Note] | None = doc.user_data.get(KEY)
    if kept is None:
        return
    made: Note = {"component": component, "start": at[0], "end": at[1], "step": step, "outcome": outcome}
    made["row"], made["runner_up"] = row, runner_up
    if weights:
        made["weights"] = dict(weights)
    if made not in kept:  # several finders may ask who speaks
        kept.append(made)


def notes(doc: Doc) -> list[Note]:
    """The decisions, in the order in which they were taken."""
    return list(doc.user_data.get(KEY, ()))
