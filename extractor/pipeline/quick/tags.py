"""The base model's attribute ruler, with each combination of tag, word and dependency looked up once.

The ruler sets part of speech and morphology by 179 patterns, nearly all of them of one token, and asks all of them of
every token. Which of them apply depends on very little: the tag, the dependency, and the word where a pattern names it.
The ruler's own patterns are matched, by spaCy's matcher, when a combination is met for the first time, and what they
set is kept. Patterns of several tokens ("let 's") or with regular expressions are matched as ever.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

READ = {"TAG": TAG, "DEP": DEP, "IS_SPACE": IS_SPACE, "LOWER": LOWER}
"""What a pattern may ask for; all of it belongs to the combination."""
SET = frozenset({POS, MORPH, LEMMA, TAG, DEP})
MEMBERSHIP = frozenset({"IN", "NOT_IN"})

Combination = tuple[int, ...]


def quick(ruler: Any) -> Callable[[Doc], Doc] | None:  # noqa: ANN401, a component of any kind
    """A function that does what the ruler does, None where it is no ruler, or sets something else."""
    if type(ruler) is not AttributeRuler or not all(set(attrs) <= SET for attrs in ruler.attrs):
        return None
    return Ruler(ruler)


def _patterns(ruler: AttributeRuler) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """All alternatives of all patterns with the number of what they set."""
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            yield number, pattern


def _is_known(pattern: list[dict[str, Any]]) -> bool:
    """Whether the pattern is of one token and depends on the combination alone."""
    return len(pattern) == 1 and all(
        key in READ and (not isinstance(value, dict) or set(value) <= MEMBERSHIP) for key, value in pattern[0].items()
    )


def _words(asked: dict[str, Any]) -> Iterator[str]:
    """The words that a token's part of a pattern names."""
    value = asked.get("LOWER", ())
    if isinstance(value, dict):
        for words in value.values():
            yield from words
    else:
        yield from (value,) if value else ()


class Ruler:
    """The ruler's patterns over combinations. What it remembers is bounded by tags, dependencies and named words."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        patterns = list(_patterns(ruler))
        self._single = _matcher(ruler, [(number, pattern) for number, pattern in patterns if _is_known(pattern)])
        self._several = _matcher(ruler, [(number, pattern) for number, pattern in patterns if not _is_known(pattern)])
        named = {word for _, pattern in patterns if _is_known(pattern) for word in _words(pattern[0])}
        self._named = frozenset(ruler.vocab.strings.add(word) for word in named)
        self._rules: dict[Combination, list[int]] = {}
        self._set: dict[Combination, dict[int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document with the attributes set."""
        combinations = self._combinations(doc)
        more = self._more(doc)
        for number, (token, combination) in enumerate(zip(doc, combinations, strict=True)):
            if combination not in self._set:
                self._learn(doc, number, combination)
            if number in more:
                rules = sorted({*self._rules[combination], *more[number]})
                set_token_attrs(token, self._merged(rules))
            else:
                set_token_attrs(token, self._set[combination])
        return doc

    def _combinations(self, doc: Doc) -> list[Combination]:
        named = self._named
        return [
            (tag, dependency, space, word if word in named else 0)
            for tag, dependency, space, word in doc.to_array(list(READ.values())).tolist()
        ]

    def _learn(self, doc: Doc, number: int, combination: Combination) -> None:
        found = self._single(doc[number : number + 1], allow_missing=True)
        rules = sorted(int(doc.vocab.strings[match]) for match, _, _ in found)
        self._rules[combination], self._set[combination] = rules, self._merged(rules)

    def _more(self, doc: Doc) -> dict[int, list[int]]:
        """The matches of the other patterns, by the token that they set it on."""
        more: dict[int, list[int]] = {}
        for match, start, end in self._several(doc, allow_missing=True):
            rule = int(doc.vocab.strings[match])
            index = self._ruler.indices[rule]
            more.setdefault(start + index if index >= 0 else end + index, []).append(rule)
        return more

    def _merged(self, rules: list[int]) -> dict[int, int]:
        """What the rules set together; a later one prevails."""
        merged: dict[int, int] = {}
        for rule in rules:
            merged.update(self._ruler.attrs[rule])
        return merged


def _matcher(ruler: AttributeRuler, patterns: Iterable[tuple[int, Any]]) -> Matcher:
    """A matcher whose keys are the numbers of what the patterns set."""
    matcher = Matcher(ruler.vocab)
    together: dict[int, list[Any]] = {}
    for number, pattern in patterns:
        together.setdefault(number, []).append(pattern)
    for number, alternatives in together.items():
        matcher.add(str(number), alternatives)
    return matcher
