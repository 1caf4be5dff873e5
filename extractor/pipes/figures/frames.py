"""The rows of `roles.csv`: what puts people into a role, and where they stand to it."""

from typing import Literal, NamedTuple

from extractor import tables
from extractor.vocabulary import CasualtyRole

Frame = Literal["object", "subject", "state", "noun", "act", "degree"]


class Role(tables.Row, frozen=True, kw_only=True):
    """A word that puts people into a role.

    `frame` says where the counted stand: object (of the active, subject of the passive), subject, state (an adjective
    of them), noun (it is itself counted: "12 deaths"), act (a noun with "of": "the arrest of 12"), degree (an adverb
    that ends the phrase: "three of them gravely"). `near` are words of which one must stand near, such as "dead".
    The role "treated" is settled by the article (`settle`): no record has it.
    A lemma of several words is a verb and what must stand near it.
    """

    KEYS = ("lemma", "frame", "near")

    lemma: str
    frame: Frame
    near: tuple[str, ...] = ()
    role: CasualtyRole | Literal["treated"]


class Found(NamedTuple):
    """A role and the row that gave it."""

    role: CasualtyRole | Literal["treated"]
    rule: str
