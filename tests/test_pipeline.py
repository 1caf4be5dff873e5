"""The pipeline as spaCy sees it: assembled on any base, saved and loaded, run in processes, with a user's own rows."""

import gc
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import spacy

import extractor
from extractor import Article, locate
from extractor.annotations import SLOTS
from extractor.collect import collect
from extractor.errors import ExtractError, ModelError, TableError
from extractor.pipeline import Extractor
from extractor.pipeline.assemble import assemble
from extractor.pipeline.garbage import SELDOM, seldom
from extractor.record import LISTS, Record

TEXT = (
    "NIAMEY, Niger — Gen. Ann Lee of the Port Authority said on Tuesday that at least 20 people had died.\n\n"
    "“We are shaken,” she told reporters in Agadez."
)


def unsure(record: Record) -> Record:
    """The record as components make it: how sure it is of its items is said when it is finished."""
    bare = {
        name: [
            replace(item, confidence=None, **({"confidences": None} if hasattr(item, "confidences") else {}))
            for item in getattr(record, name)
        ]
        for name in LISTS
    }
    return replace(record, **bare)


def test_components_stand_in_the_order_of_the_settings(loaded: Extractor) -> None:
    order = [name for name in locate.settings().order if name != locate.BASE]
    assert [name for name in loaded.nlp.pipe_names if name.startswith("news_")] == order
    assert loaded.nlp.pipe_names[0] == order[0]


def test_what_spacy_makes_of_a_text_is_what_we_make(loaded: Extractor) -> None:
    doc = loaded.nlp(TEXT)
    assert collect(doc, Article(text=TEXT), loaded.provenance) == unsure(loaded.record(Article(text=TEXT)))


def test_spans_lead_to_their_items(loaded: Extractor) -> None:
    doc = loaded.nlp(TEXT)
    (figure,) = [span for span in doc.spans["figures"] if span._.figure["value"] == 20]
    assert figure.text == "at least 20"
    assert {span._.quote["kind"] for span in doc.spans["quotes"]} >= {"direct"}
    assert doc[:1]._.figure is None


def test_a_saved_pipeline_is_the_same(loaded: Extractor, tmp_path: Path) -> None:
    loaded.nlp.to_disk(tmp_path / "saved")
    with pytest.warns(UserWarning, match="W095"):
        again = spacy.load(tmp_path / "saved")
    made = collect(again(TEXT), Article(text=TEXT), loaded.provenance)
    assert made == unsure(loaded.record(Article(text=TEXT)))


def test_processes_give_what_one_process_gives(loaded: Extractor) -> None:
    texts = [TEXT, "Mr. Roe, 34, denied it.", ""]
    alone = [loaded.nlp(text) for text in texts]
    apart = list(loaded.nlp.pipe(texts, n_process=2, batch_size=1))
    names = [slot.name for slot in SLOTS]
    for one, other in zip(alone, apart, strict=True):
        for name in names:
            assert msgspec.json.encode(one._.get(name)) == msgspec.json.encode(other._.get(name)), name


@pytest.mark.parametrize("model", ["no_such_model", "no such model", "json", "/nowhere"])
def test_an_unknown_base_model_is_refused_in_a_sentence(model: str) -> None:
    with pytest.raises(ModelError, match=r"base model|no spaCy pipeline"):
        extractor.load(model=model)


def test_a_base_model_that_lacks_a_component_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="it has no tagger, parser, ner"):
        assemble(model=str(tmp_path / "blank"))


def test_a_users_rows_are_read(tmp_path: Path) -> None:
    table = locate.language() / "quotes" / "verbs.csv"
    header, say = table.read_text(encoding="utf-8").splitlines()[0], None
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("say,"):
            say = line
    assert say is not None
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "verbs.csv").write_text(f"{header}\nwarble{say.removeprefix('say')}\n", encoding="utf-8")
    own = extractor.load(rules=tmp_path)
    (quote,) = own.record(Article(text="“The boats are gone,” Ann Lee warbled.")).quotes
    assert quote.rule == "rules/quotes/verbs.csv:warble"
    assert own.provenance.tables.count("rules") == 1


def test_a_users_slip_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "verbs.csv").write_text("lemma,example\nsay,\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"rules/quotes/verbs\.csv:1"):
        extractor.load(rules=tmp_path)


def test_one_error_catches_all() -> None:
    assert issubclass(ModelError, ExtractError)
    assert issubclass(TableError, ExtractError)


def test_the_version_is_the_packages() -> None:
    assert extractor.__version__ == "0.1.0"
    with pytest.raises(AttributeError, match="no attribute 'verison'"):
        _ = extractor.verison  # type: ignore[attr-defined]


def test_garbage_is_looked_for_as_before_when_an_article_is_done() -> None:
    before = gc.get_threshold()
    with seldom():
        assert gc.get_threshold()[0] >= SELDOM
    assert gc.get_threshold() == before
    with pytest.raises(ZeroDivisionError), seldom():
        raise ZeroDivisionError
    assert gc.get_threshold() == before


def test_garbage_that_nobody_looks_for_stays_so() -> None:
    before = gc.get_threshold()
    gc.set_threshold(0, *before[1:])
    try:
        with seldom():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)
