"""What makes the pipeline faster must not change what it finds: equal annotations, other models, spaCy as it was."""

import importlib
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import catalogue
import numpy as np
import pytest
import spacy
import srsly
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vectors import Vectors
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info

from extractor import Article, kept, locate
from extractor.pipeline import Extractor, arrays, expressions, imports, loading, vectors
from extractor.pipeline.assemble import base
from extractor.pipeline.extractor import KEPT_WORDS
from extractor.pipeline.matrices import one_thread
from extractor.pipeline.met import Met
from extractor.pipeline.quick import context, entities, forms, lemmas, parser, pieces, quick, tagger, tags
from extractor.provenance import model_data
from tests.thorough import some

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = some(sorted((ROOT / "samples").glob("*.txt")), of=3)
MODEL = locate.settings().base_model
ATTRIBUTES = ("ORTH", "NORM", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE")
ODD = (
    "",
    " ",
    "\n\n \n",
    "Paris",
    "Paris ",
    "He ain't gonna got ta go, let's nothin' else.  Gimme 5.",
    "New York\n\nLondon\n",
    "\u00a0Ann Lee\u00a0of the United Nations said in Geneva on Monday",
    "the European Central Bank of the Federal Republic of Germany of New York of America",
    "I saw her duck. You gets what it got. There 's one. Who is whose? Mine, yours; n't 's 're",
    "\U0001f600 \u200b\u0301 \ufffd %%% #@! 10% $5bn 1,000,000",
)


@pytest.fixture(scope="module")
def bare() -> Language:
    """The base model as spaCy loads it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        return spacy.load(MODEL)


@pytest.fixture(scope="module")
def swift() -> Language:
    """The base model as the extractor loads it."""
    return base(MODEL)


def texts() -> Iterator[str]:
    yield from ODD
    for path in SAMPLES:
        yield path.read_text(encoding="utf-8", errors="replace")


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    """All that the base model decides, as numbers and as words."""
    words = [(t.text, t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.ent_type_, t.ent_iob_) for t in doc]
    return [(*word, *row) for word, row in zip(words, doc.to_array(list(ATTRIBUTES)).tolist(), strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("text", list(texts()), ids=lambda text: repr(text[:24]))
def test_annotations_are_the_base_models_own(bare: Language, swift: Language, text: str) -> None:
    expected = annotations(bare(text))
    doc = swift.make_doc(text)
    for name in swift.pipe_names:
        doc = quick(swift.get_pipe(name))(doc)
    assert annotations(doc) == expected
    assert annotations(swift(text)) == expected


def test_the_quick_ways_are_taken(swift: Language) -> None:
    """A change in spaCy would not break the rest of the tests, only make everything slow."""
    assert isinstance(context.quick(swift.get_pipe("tok2vec")), context.Shared)
    assert isinstance(parser.quick(swift.get_pipe("parser")), parser.Parser)
    assert isinstance(entities.quick(swift.get_pipe("ner")), entities.Entities)
    assert isinstance(tagger.quick(swift.get_pipe("tagger")), tagger.Tags)
    ruler = tags.quick(swift.get_pipe("attribute_ruler"))
    assert isinstance(ruler, tags.Ruler)
    assert ruler._firsts(swift("He went home.")) == []
    assert isinstance(lemmas.quick(swift.get_pipe("lemmatizer")), lemmas.Lemmas)
    assert isinstance(swift.vocab.vectors.key2row, vectors.Rows)
    assert len(swift.vocab.strings) < 50_000
    models = [pipe.model for _, pipe in swift.pipeline if hasattr(getattr(pipe, "model", None), "walk")]
    assert {node.ops.use_blis for model in models for node in model.walk()} == {False}


def ways(nlp: Language) -> list[Callable[[Doc], Doc]]:
    """What the extractor calls, as new as after a start."""
    return [quick(nlp.get_pipe(name)) for name in nlp.pipe_names]


def through(pipes: list[Callable[[Doc], Doc]], nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for pipe in pipes:
        doc = pipe(doc)
    return doc


def test_an_article_does_not_depend_on_those_before_it(swift: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the last bit: what is kept of a form is worked out in products of one shape, whatever else is in them."""
    read = list(texts())
    for most in (forms.KEPT, 200):
        monkeypatch.setattr(forms, "KEPT", most)
        pipes = ways(swift)
        once = {text: through(pipes, swift, text).tensor for text in read}
        for text in reversed(read):
            assert np.array_equal(once[text], through(pipes, swift, text).tensor)
            assert np.array_equal(once[text], through(ways(swift), swift, text).tensor)


@pytest.mark.parametrize("unit", ["$5 ", "May 5, ", "Ann ", "2007 ", "New York "])
def test_entities_that_might_begin_everywhere_take_a_line_of_time(swift: Language, unit: str) -> None:
    """Each token may begin one, and none ends: to follow each to the end would take the square of the length."""
    pipes, asked = ways(swift), []
    for length in (100, 400):
        doc = swift.make_doc(unit * length)
        found = entities.Growing._goes_on
        steps = []

        def counted(self: entities.Growing, lanes: np.ndarray, found=found, steps=steps) -> np.ndarray:
            steps.append(len(lanes))
            return found(self, lanes)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(entities.Growing, "_goes_on", counted)
            for pipe in pipes:
                doc = pipe(doc)
        asked.append(sum(steps) / len(doc))
    assert asked[1] < 2 * asked[0] + 1
    assert asked[1] < 12


def test_nothing_outside_the_pipeline_is_changed(bare: Language) -> None:
    assert NumpyOps().use_blis
    assert bare.get_pipe("ner").model.ops.use_blis
    assert len(bare.vocab.strings) > 500_000


def test_what_is_of_another_kind_is_left_to_spacy(bare: Language) -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.add_pipe("lemmatizer", config={"mode": "lookup"})
    for name in other.pipe_names:
        assert quick(other.get_pipe(name)) is other.get_pipe(name)
    for name, module in (("ner", entities), ("parser", parser)):
        pipe = bare.get_pipe(name)
        width, pipe.cfg["beam_width"] = pipe.cfg["beam_width"], 2
        assert module.quick(pipe) is None
        pipe.cfg["beam_width"] = width
    shared = bare.get_pipe("tok2vec")
    window = next(node for node in shared.model.walk() if node.name == "expand_window")
    window.attrs["window_size"] = 2
    assert context.quick(shared) is None
    window.attrs["window_size"] = 1
    ruler = other.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "x"}]], {"NORM": "y"})
    assert tags.quick(other.get_pipe("attribute_ruler")) is None


PARTS = "she said that the men of Ann Lee who went home , and were seen ; ' ) ( . . . ? Mr. 5 -"


@given(
    words=st.lists(st.sampled_from([*PARTS.split(" "), '"', "\n\n"]), min_size=1, max_size=60),
    given_starts=st.dictionaries(st.integers(1, 59), st.booleans(), max_size=8),
)
def test_any_pieces_are_parsed_as_spacy_parses_the_whole(
    swift: Language, words: list[str], given_starts: dict[int, bool]
) -> None:
    """Where sentences are guessed wrongly, and where some are known to begin, or not to begin, before the parse."""
    docs = []
    for pipes in ([swift.get_pipe(name) for name in swift.pipe_names], ways(swift)):
        doc = Doc(swift.vocab, words=words)
        for place, starts in given_starts.items():
            if place < len(doc):
                doc[place].is_sent_start = starts
        for pipe in pipes:
            doc = pipe(doc)
        docs.append(annotations(doc))
    assert docs[0] == docs[1]


def test_a_piece_goes_beyond_its_guessed_end(swift: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sentence begins behind a question that is part of one."""
    taken, take_over = [], pieces.Pieces._take_over

    def counted(self: pieces.Pieces, number: int) -> None:
        taken.append(number)
        take_over(self, number)

    monkeypatch.setattr(pieces.Pieces, "_take_over", counted)
    words = ["He", "asked", '"', "Why", "?", '"', "and", "went", "home", "."]
    doc, whole = Doc(swift.vocab, words=words), Doc(swift.vocab, words=words)
    for name in swift.pipe_names:
        doc, whole = quick(swift.get_pipe(name))(doc), swift.get_pipe(name)(whole)
    assert annotations(doc) == annotations(whole)
    assert taken == [0]


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "very", "OP": "+"}, {"LOWER": "good"}],
        [{"LOWER": {"REGEX": "^g"}}, {"LOWER": {"IN": ["news", "men"]}}],
        [{"LOWER": {"NOT_IN": ["very"]}}, {"LOWER": "good"}, {}],
        [{"TAG": "JJ"}, {"LOWER": "news"}],
        [{"DEP": "amod"}, {"LOWER": "news"}],
        [{}, {}],
    ],
    ids=str,
)
@pytest.mark.parametrize("index", [0, -1])
def test_patterns_of_every_kind_are_matched(swift: Language, pattern: list[dict[str, object]], index: int) -> None:
    found = []
    for fast in (False, True):
        ruler = AttributeRuler(swift.vocab)
        ruler.add([[{"LOWER": "good"}]], {"POS": "ADV", "MORPH": "Case=Nom"})
        ruler.add([pattern], {"LEMMA": "found", "POS": "X"}, index)
        doc = swift("They had very very good news. Good men, good news")
        found.append(annotations((quick(ruler) if fast else ruler)(doc)))
    assert found[0] == found[1]
    assert any(token[1] == "found" for token in found[0])


def test_entities_that_are_there_already_bind_the_recognizer(bare: Language, swift: Language) -> None:
    found = []
    for nlp in (bare, swift):
        doc = nlp.make_doc("Ann Lee met the Port Authority in Geneva.")
        doc.set_ents([doc.char_span(0, 3, label="ORG")], default="unmodified")
        for name in nlp.pipe_names:
            doc = quick(nlp.get_pipe(name))(doc) if nlp is swift else nlp.get_pipe(name)(doc)
        found.append(annotations(doc))
    assert found[0] == found[1]


@pytest.mark.parametrize("missing", ["tokenizer", "vocab/vectors.cfg", "vocab/key2row"])
def test_a_model_written_otherwise_is_loaded_the_ordinary_way(
    swift: Language, tmp_path: Path, missing: str, recwarn: pytest.WarningsRecorder
) -> None:
    swift.to_disk(tmp_path / "other")
    assert loading.load(str(tmp_path / "other")).vocab.vectors.__class__ is vectors.QuickVectors
    if missing == "vocab/key2row":
        (tmp_path / "other" / missing).write_bytes(b"\x81\xa1a\x01")
    else:
        (tmp_path / "other" / missing).unlink()
    if missing == "tokenizer":
        with pytest.raises(OSError, match="tokenizer"):
            loading.load(str(tmp_path / "other"))
    else:
        assert type(loading.load(str(tmp_path / "other")).vocab.vectors) is Vectors
    assert all("W095" in str(warning.message) for warning in recwarn)


def test_the_table_of_words_is_read_as_spacy_reads_it() -> None:
    folder = model_data(MODEL)
    assert folder is not None
    expected = srsly.read_msgpack(folder / "vocab" / "key2row")
    hashes, rows = vectors.parse((folder / "vocab" / "key2row").read_bytes())
    assert dict(zip(hashes.tolist(), rows.tolist(), strict=True)) == expected
    some = [*list(expected)[:1000], 12345, 2**64 - 1, 0]
    table = vectors.Rows(*vectors.ordered(hashes, rows))
    assert table.of(np.array(some, dtype=np.uint64)).tolist() == [expected.get(key, -1) for key in some]
    assert [table.get(key, -1) for key in some] == [expected.get(key, -1) for key in some]


@pytest.mark.parametrize(
    "table",
    [
        {0xCFCFCFCFCFCFCFCF: 1, 0xCF0102030405CF07: 0xCF, 5: 0xCFCF, 0xCFCF: 3, 2**64 - 1: 127, 2**63: 128, 300: 256},
        {7: 1},
        {2**63 + number * 0xCFCFCF: number for number in range(70_000) if number < 60_000},
    ],
    ids=["marks inside", "small keys alone", "many"],
)
def test_a_mark_inside_an_entry_is_not_taken_for_one(table: dict[int, int]) -> None:
    hashes, rows = vectors.parse(srsly.msgpack_dumps(table))
    assert dict(zip(hashes.tolist(), rows.tolist(), strict=True)) == table
    assert dict(vectors.Rows(*vectors.ordered(hashes, rows))) == table


@pytest.mark.parametrize("packed", [b"", b"\x93\x01\x02\x03", srsly.msgpack_dumps({"a": 1}), b"\xde\x00\x02\xcf\x01"])
def test_what_is_no_table_of_words_is_refused(packed: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        vectors.parse(packed)


def test_words_that_share_their_upper_bits_are_told_apart() -> None:
    close = {2**40 + number: number for number in range(300)}
    hashes, rows = np.array(list(close), dtype=np.uint64), np.array(list(close.values()), dtype=np.int32)
    table = vectors.Rows(*vectors.ordered(hashes, rows))
    assert dict(table) == close


def test_what_is_kept_is_read_again_and_made_anew_where_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXTRACT_CACHE", str(tmp_path / "kept"))
    made = []

    def make() -> arrays.Arrays:
        made.append(1)
        return np.arange(5, dtype=np.uint64), np.arange(3, dtype=np.int32)

    for times in (1, 1):
        first, second = arrays.arrays("words", b"model", make)
        assert first.tolist() == [0, 1, 2, 3, 4]
        assert second.dtype == np.int32
        assert len(made) == times
    assert len(list((tmp_path / "kept").iterdir())) == 3
    for file in (tmp_path / "kept").iterdir():
        for damaged in (b"", b"garbage", file.read_bytes()[:-1]):
            file.write_bytes(damaged)
            made.clear()
            assert arrays.arrays("words", b"model", make)[1].tolist() == [0, 1, 2]
            assert made == [1], file
    arrays.arrays("words", b"another model", make)
    assert len(made) == 2


@pytest.mark.parametrize("place", ["", "/dev/null/nowhere"])
def test_where_nothing_can_be_kept_all_is_made(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_CACHE", place)
    for _ in range(2):
        assert arrays.arrays("words", b"model", lambda: (np.arange(3),))[0].tolist() == [0, 1, 2]
    assert kept.folder() == (Path(place) if place else None)


def test_two_starts_at_once_keep_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_CACHE", str(tmp_path))

    def make() -> arrays.Arrays:
        arrays.arrays("words", b"model", lambda: (np.arange(3),))  # another was quicker
        return (np.arange(3),)

    assert arrays.arrays("words", b"model", make)[0].tolist() == [0, 1, 2]
    assert all(path.suffix == ".npy" for path in tmp_path.iterdir())


def test_expressions_are_those_that_python_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_CACHE", str(tmp_path / "kept"))
    compiler = importlib.import_module("re._compiler")
    own = compiler.compile
    asked = (
        (r"(?P<day>\d+)\s(?:of\s)?(\w+)|[^\W\d_a-zß-öø-ÿ]++(?=,)", 0),
        ("(?i:a)|\U0001f600", re.VERBOSE),
        ("", re.I),
    )
    for compiled in (True, False, False):
        with expressions.remembered(last=False), expressions.remembered(last=True):
            assert isinstance(compiler.compile, expressions.Expressions)
            found = [compiler.compile(*each) for each in asked]
            assert compiler.compile(b"b\\d", 0) == own(b"b\\d", 0)
            assert compiler.compile.new is compiled
        assert compiler.compile is own
        assert found == [own(*each) for each in asked]
        assert [each.groupindex for each in found] == [own(*each).groupindex for each in asked]
        assert found[0].match("12 of May")["day"] == "12"
    for file in sorted((tmp_path / "kept").iterdir()):
        whole = file.read_bytes()
        for damaged in (b"", b"garbage", whole[:-1], whole[:-1] + b"\xfe"):
            file.write_bytes(damaged)
            with expressions.remembered(last=True):
                assert [compiler.compile(*each) for each in asked] == found
    with pytest.raises(re.error), expressions.remembered(last=True):
        compiler.compile("(", 0)
    assert compiler.compile is own


def test_registries_are_as_before_when_a_model_is_loaded() -> None:
    before = catalogue.AVAILABLE_ENTRY_POINTS
    decoders = srsly.msgpack.msgpack_decoders.get_all()
    with imports.quick_registries():
        grouped = catalogue.AVAILABLE_ENTRY_POINTS
        assert grouped is not before
        assert srsly.msgpack.msgpack_decoders.get_all() == decoders
        for group in ("spacy_factories", "spacy_readers", "nothing"):
            assert list(grouped.select(group=group)) == list(before.select(group=group))
    assert catalogue.AVAILABLE_ENTRY_POINTS is before
    assert "get_all" not in vars(srsly.msgpack.msgpack_decoders)


def test_vectors_can_be_added_to(swift: Language) -> None:
    found = base(MODEL).vocab
    row = found.vectors.add("extraordinarily-new-word", row=3)
    assert row == 3
    assert found.vectors.find(key="extraordinarily-new-word") == 3
    assert isinstance(found.vectors.key2row, dict)


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_spacys_command_line_is_not_imported_and_can_be() -> None:
    """Fails when spaCy imports its command line in another way: then `extractor/pipeline/imports.py` must follow."""
    code = """
import sys, extractor.pipeline, spacy
print(sorted({"typer", "weasel", "httpx", "requests", "jinja2", "spacy.cli"} & set(sys.modules)))
print(callable(spacy.cli.download), spacy.cli is sys.modules["spacy.cli"], callable(spacy.info))
from spacy.cli import info
print(spacy.info("no-such-model", silent=True) if 0 else spacy.info(silent=True)["spacy_version"] == spacy.__version__)
try:
    spacy.nonsense
except AttributeError as error:
    print(error)
"""
    assert run(code).splitlines() == ["[]", "True True True", "True", "module 'spacy' has no attribute 'nonsense'"]


def test_spacy_that_is_imported_already_stays_as_it_is() -> None:
    assert run("import spacy; i = spacy.info; import extractor.pipeline; print(spacy.info is i)") == "True\n"
    assert imports.spacy() is spacy


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_needs_no_heavy_library(option: str) -> None:
    code = (
        "import sys\nfrom extractor.cli.app import main\n"
        f"main([{option!r}])\n"
        "print('LOADED', sorted({'spacy', 'numpy', 'dateparser', 'rich', 'thinc'} & set(sys.modules)))"
    )
    assert run(code).splitlines()[-1] == "LOADED []"


def test_loading_needs_no_library_that_an_article_does_not() -> None:
    code = (
        "import sys, extractor\nloaded = extractor.load()\n"
        "loaded.record(extractor.Article(text='Ann Lee spoke in Geneva on Monday.'))\n"
        "print(sorted({'typer', 'rich', 'httpx', 'requests', 'torch', 'numpy.ma'} & set(sys.modules)))"
    )
    assert run(code) == "[]\n"


def test_one_thread_multiplies_and_afterwards_as_many_as_before() -> None:
    before = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    with one_thread():
        assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} <= {1}
    assert [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"] == before


def test_a_long_run_stays_flat(loaded: Extractor) -> None:
    """Words are kept up to a bound; beyond it nothing of an article stays."""

    def article(number: int, words: int) -> Article:
        return Article(text=" ".join(f"w{number}x{word}" for word in range(words)) + " said Ann Lee in Geneva.")

    loaded.record(article(0, KEPT_WORDS))
    strings, words = len(loaded.nlp.vocab.strings), sum(1 for _ in loaded.nlp.vocab)
    first = loaded.record(article(1, 500))
    for number in range(2, 8):
        loaded.record(article(number, 500))
    assert len(loaded.nlp.vocab.strings) <= strings + 10
    assert sum(1 for _ in loaded.nlp.vocab) <= words + 10
    assert loaded.record(article(1, 500)) == first


def test_words_behind_an_exception_are_remembered() -> None:
    nlp = spacy.blank("en")
    parted: list[str] = []
    search = nlp.tokenizer.suffix_search

    def counted(word: str) -> object:
        parted.append(word)
        return search(word)

    nlp.tokenizer.suffix_search = counted
    text = "They don't know (the U.S.), Mr. Lee's or Lee's: \"wells,\" well, id... co-owners; don't, :) 5km."
    expected = [token.text for token in spacy.blank("en")(text)]
    Met(nlp).meet(text, 300)
    parted.clear()
    assert [token.text for token in nlp.make_doc(text)] == expected
    assert not {"(the", "Lee's", "co-owners;"} & {*parted}


def test_lemmas_are_forgotten_in_time(swift: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "REMEMBERED", 3)
    found = lemmas.quick(swift.get_pipe("lemmatizer"))
    assert isinstance(found, lemmas.Lemmas)
    for text in ("The boats were going home.", "He has spoken of mice."):
        expected = [token.lemma_ for token in swift(text)]
        doc = swift.make_doc(text)
        for name in ("tok2vec", "tagger", "parser", "attribute_ruler"):
            doc = swift.get_pipe(name)(doc)
        assert [token.lemma_ for token in found(doc)] == expected
    assert len(found._known) <= 12
