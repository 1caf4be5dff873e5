"""The arc-eager transitions of spaCy's parser: what each does to a state, and which of them a state allows.

As `spacy/pipeline/_parser_internals/arc_eager.pyx` has them. A token's facts are bits of one number, so that what a
state allows is one look into a table.
"""

from collections.abc import Callable
from itertools import product

KINDS = "SDLRB"
"""Shift, reduce ("D"), left arc, right arc and break, as the names of moves begin, in the order of their columns."""
SHIFT, REDUCE, ARCS, BREAK = 1, 2, 4, 8
"""What a state allows, as bits."""
IS_REDUCE = KINDS.index("D")

STARTS, STUCK, BOUND, BEYOND = 1, 2, 4, 8
"""Of a token, as bits: it starts a sentence; it was put back and may not be shifted again; it can't start a sentence;
it lies behind the text's end."""
BITS = 4
"""So many bits a token."""


def _allowed(depth: int, first: int, second: int) -> int:
    """What is allowed with so many tokens on the stack (2 for two or more), and these facts of the next two tokens."""
    some, two = not first & BEYOND, not second & BEYOND
    allowed = BREAK if two and not second & (STARTS | BOUND) else 0
    if not depth:
        return allowed | SHIFT
    arcs = some and not first & STARTS
    if arcs:
        allowed |= ARCS
    if arcs and two and not first & STUCK:
        allowed |= SHIFT
    if not some or not (depth == 1 and first & BOUND):
        allowed |= REDUCE
    return allowed


ALLOWED = [_allowed(*state) for state in product(range(3), range(1 << BITS), range(1 << BITS))]
"""By `(depth << BITS | first) << BITS | second`."""
FORCED = {SHIFT: KINDS.index("S"), REDUCE: IS_REDUCE}
"""Where nothing else is allowed the network isn't asked; these two moves have the first columns."""


class State:
    """What the pieces of one text write to, by token; index -1, and two behind the end, are of no token.

    `left` and `right` are a token's outermost children, `before` the right child that its head had before it.
    """

    __slots__ = ("before", "facts", "given", "heads", "left", "moves", "right")

    def __init__(self, facts: list[int]) -> None:
        length = len(facts)
        self.given, self.facts = facts, facts[:]
        self.left, self.right, self.before, self.heads = ([-1] * length for _ in range(4))
        self.moves = [0] * length

    def forget(self, start: int, end: int) -> None:
        """All that was found between two tokens, and the breaks behind the first up to the second."""
        for each in (self.left, self.right, self.before, self.heads):
            each[start:end] = [-1] * (end - start)
        self.facts[start + 1 : end + 1] = self.given[start + 1 : end + 1]


def _shift(_: State, stack: list[int], ahead: list[int], _move: int) -> None:
    stack.append(ahead.pop())
    if len(ahead) == 1:
        ahead.insert(0, ahead[0] + 1)


def _reduce(state: State, stack: list[int], ahead: list[int], _: int) -> None:
    top = stack.pop()
    if state.heads[top] < 0 and stack[-1] >= 0:  # put back: another token will be its head
        state.facts[top] |= STUCK
        ahead.append(top)


def _left(state: State, stack: list[int], ahead: list[int], move: int) -> None:
    child, head = stack.pop(), ahead[-1]
    former = state.heads[child]
    if former >= 0:
        state.right[former] = state.before[child]
    state.heads[child], state.moves[child], state.left[head] = head, move, child
    state.facts[head] &= ~STUCK


def _right(state: State, stack: list[int], ahead: list[int], move: int) -> None:
    head, child = stack[-1], ahead[-1]
    state.heads[child], state.moves[child], state.before[child] = head, move, state.right[head]
    state.right[head] = child
    _shift(state, stack, ahead, move)


def _break(state: State, _: list[int], ahead: list[int], _move: int) -> None:
    state.facts[ahead[-2]] |= STARTS


MAKE: tuple[Callable[[State, list[int], list[int], int], None], ...] = (_shift, _reduce, _left, _right, _break)
"""What makes a move, by its kind. The stack ends with its top, over three times -1; `ahead` ends with the next token,
and has one more below it than were put back and the first that was not."""
