#!/usr/bin/env python3
"""What other tools cost on the same texts, each for its part of the job, beside all of ours and the bare model.

    python benchmarks/peers.py [--texts FILE.jsonl] [--repeat N] [--quick]

Words per second of CPU, the tools in turn, chunk by chunk of the texts; medians of N passes, with their ratios to the
bare pipeline (`nlp.pipe`) pass by pass. Only tools that are installed run, the others are named at the end:

    textacy             direct quotations with speakers, over the bare pipeline's documents, whose cost is part of it
    quantulum3          quantities with units
    dateparser          `search_dates`, English
    Recognizers-Text    numbers, numbers with units, dates and times

None gives the record that ours does, and none is a dependency: install them in an environment of their own.
"""

import argparse
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import report
import spacy
from run import BATCH, clocked, read_texts, spoken

from extractor import Article, load, locate

Tool = Callable[[Sequence[str]], object]


def textacy(bare: Any) -> Tool:
    """Quotations of documents that the bare pipeline has made."""
    extract = import_module("textacy.extract")

    def quotations(doc: Any) -> list[Any]:
        try:
            return list(extract.direct_quotations(doc))
        except ValueError:  # it refuses a document with a mark that is not closed
            return []

    return lambda texts: [quotations(doc) for doc in bare.pipe(texts)]


def quantulum3(_: Any) -> Tool:
    """Quantities, without the classifier of units, which is a pickle of one version of scikit-learn."""
    import_module("quantulum3.classifier").__dict__["USE_CLF"] = False
    parser = import_module("quantulum3.parser")
    return lambda texts: [parser.parse(text) for text in texts]


def dateparser(_: Any) -> Tool:
    """Dates."""
    search = import_module("dateparser.search")
    return lambda texts: [search.search_dates(text, languages=["en"]) for text in texts]


def recognizers(_: Any) -> Tool:
    """Numbers, units and dates."""
    numbers, units = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    times = import_module("recognizers_date_time")
    models = [
        numbers.NumberRecognizer("en-us").get_number_model(),
        units.NumberWithUnitRecognizer("en-us").get_currency_model(),
        units.NumberWithUnitRecognizer("en-us").get_dimension_model(),
        units.NumberWithUnitRecognizer("en-us").get_age_model(),
        times.DateTimeRecognizer("en-us").get_datetime_model(),
    ]
    return lambda texts: [[model.parse(text) for model in models] for text in texts]


PEERS: dict[str, tuple[str, Callable[[Any], Tool]]] = {
    "textacy": ("textacy", textacy),
    "quantulum3": ("quantulum3", quantulum3),
    "dateparser": ("dateparser", dateparser),
    "Recognizers-Text": ("recognizers_date_time", recognizers),
}
"""The module that must be there, and what makes the tool."""


def tools() -> Iterator[tuple[str, Tool]]:
    """The bare pipeline, ours, and the peers that are installed."""
    model = locate.settings().base_model
    bare, ours = spacy.load(model), load(model=model)
    yield "bare", lambda texts: list(bare.pipe(texts))
    yield "extract, all components", lambda texts: [ours.record(Article(text=text)) for text in texts]
    for name, (module, make) in PEERS.items():
        if find_spec(module):
            try:
                yield name, make(bare)
            except ImportError as error:  # it lacks what it needs itself
                print(f"{name} cannot be used: {error}")


def timed(
    tools: dict[str, Callable[[list[str]], object]], chunks: list[list[str]], repeat: int
) -> dict[str, list[float]]:
    """Seconds that each tool takes for all texts, each time; in turn, so that a slower minute is everybody's."""
    seconds: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(repeat):
        spent = dict.fromkeys(tools, 0.0)
        for chunk in chunks:
            for name, tool in tools.items():
                spent[name] += clocked(lambda tool=tool, chunk=chunk: tool(chunk))
        for name, value in spent.items():
            seconds[name].append(value)
    return seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    parser.add_argument("--quick", action="store_true", help="few texts, one measurement: does it run at all")
    args = parser.parse_args()
    warnings.simplefilter("ignore")  # of the peers, and of the model's version
    texts = read_texts(args.texts, args.quick)
    words = sum(len(text.split()) for text in texts)
    chunks = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    measured = dict(tools())
    print(spoken(report.machine()))
    seconds = timed(measured, chunks, 1 if args.quick else args.repeat)
    speeds = {name: [words / value for value in values] for name, values in seconds.items()}
    rows = {name: report.row("words/s of CPU", speeds["bare"], speed) for name, speed in speeds.items()}
    for line in report.lines(rows):
        print(line)
    missing = [name for name, (module, _) in PEERS.items() if not find_spec(module)]
    print(f"not installed: {', '.join(missing) or 'none'}")


if __name__ == "__main__":
    main()
