"""What holds of the record of any text whatever, for tests and for the fuzzer."""

import hashlib
import time

import msgspec
from jsonschema import Draft202012Validator

from extractor import Article, Record
from extractor.article import well_formed
from extractor.pipeline import Extractor
from extractor.record import LISTS
from extractor.schema import json_schema
from tests.test_contract import assert_sound

ONCE, CHARACTER = 0.4, 0.0006
"""Seconds of the processor that any article may take, and each of its characters: ten times what news takes."""
SCHEMA = Draft202012Validator(json_schema())


def digest(record: Record) -> str:
    """Tells two records apart."""
    return hashlib.sha256(msgspec.json.encode(record)).hexdigest()


def assert_sentences(record: Record) -> None:
    """The sentence of an item holds the item's start."""
    for name in LISTS:
        for item in getattr(record, name):
            sentence = getattr(item, "sentence", None)
            if sentence is not None:
                start = item.spans[0].start if hasattr(item, "spans") else item.start
                assert sentence.start <= start < sentence.end, f"{item.id} begins outside its sentence"


def assert_all(loaded: Extractor, text: str, *, thorough: bool = True) -> Record:
    """The text's record, all that must hold of it looked at; where it is not to be `thorough` the types of its fields
    stand for the schema, and it is not made a second time."""
    begun = time.thread_time()
    record = loaded.record(Article(text=text))
    taken = time.thread_time() - begun
    assert_sound(record, well_formed(text))
    assert_sentences(record)
    if thorough:
        printed = {key: value for key, value in msgspec.to_builtins(record).items() if key not in {"error", "text"}}
        error = next(SCHEMA.iter_errors(printed), None)
        assert error is None, f"not valid under the schema: {error and error.message[:200]}"
    else:
        assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
    assert record.error is None
    assert not [warning for warning in record.warnings if "an error in the program" in warning]
    allowed = ONCE + CHARACTER * len(text)
    if taken > allowed:  # once more, as the machine may have been busy
        begun = time.thread_time()
        loaded.record(Article(text=text))
        taken = time.thread_time() - begun
        assert taken < allowed, f"{taken:.2f} s for {len(text)} characters"
    if thorough:
        assert digest(loaded.record(Article(text=text))) == digest(record), "the second record differs"
    return record
