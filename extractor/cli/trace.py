"""`extract trace`: why a sentence is read as it is, from each item to the step of a module and the row of a table.

What a component found stands with the rule that made it, the decisions on the way beneath, those about what it did not
keep among them. So a wrong sentence leads to a line of code, and a user sees why.
"""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import Annotated, Any

import msgspec
import typer

from extractor import locate, reading, tables
from extractor.article import Article, Unreadable
from extractor.cli import options, request, steps, text
from extractor.cli.program import program
from extractor.errors import InputError, OptionError
from extractor.record import LISTS, Record
from extractor.writing import open_output
from extractor.writing.safe import visible

app = program()
What = Annotated[str, typer.Argument(metavar="SENTENCE|FILE", help="A sentence, a file, or - for standard input.")]
At = Annotated[
    int | None, typer.Option(metavar="OFFSET", help="Show only what concerns this character, counted from 0.", min=0)
]
Form = Annotated[
    str, typer.Option("--format", metavar="text|json", help="Output format: text to read, JSON for tools.")
]
FORMS = ("text", "json")
OWNERS = {"quotes": "quotes", "events": "events"} | {name: name for name in LISTS}
"""The component that makes each list."""


@app.command(help=text.TRACE_HELP, epilog=text.TRACE_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def trace(  # noqa: PLR0913, one parameter an option
    *,
    what: What,
    at: At = None,
    form: Form = "text",
    published: options.Published = None,
    rules: options.Rules = None,
    model: options.Model = None,
) -> int:
    """Prints what was found and every decision, in the order of the pipeline."""
    shown = request.choice("--format", form, FORMS)
    article = _article(what, request.day(published))
    if at is not None and at >= len(article.text):
        raise OptionError(f"--at {at}: the text has {len(article.text):,} characters")
    load = import_module("extractor.pipeline.extractor").load
    record, notes = load(model=model, rules=request.folder("--rules", rules)).traced(article)
    told = traced(record, notes, at)
    with open_output(None) as stream:
        if shown == "json":
            stream.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")
        else:
            stream.write("".join(f"{line}\n" for line in lines(told, article.text)).encode())
    return 0


def _article(what: str, published: date | None) -> Article:
    """The article of a file or of standard input, or one of the words themselves."""
    if what != "-" and not os.path.lexists(what):
        if what.endswith(".txt") or (os.sep in what and " " not in what):
            raise InputError(f"no such file: {what}")
        return Article(text=what, published=published)
    found = next(iter(reading.read([what], defaults=reading.Defaults(published=published))), None)
    if found is None:
        raise InputError(f"{what}: no article in it")
    if isinstance(found, Unreadable):
        raise InputError(str(found.error))
    return found


def traced(record: Record, notes: Sequence[Any], at: int | None = None) -> list[dict[str, Any]]:
    """A component an entry, in order: what it found, and its decisions; of one character only where `at` says so."""
    plain = msgspec.to_builtins(record)
    told = []
    for name in (one.removeprefix("news_") for one in locate.settings().order if one != locate.BASE):
        found = [_found(item) for item in plain.get(OWNERS.get(name, ""), [])]
        decisions = [_decision(one) for one in notes if one["component"] == name]
        if at is not None:
            found = [one for one in found if any(start <= at < end for start, end in one["at"])]
            decisions = [one for one in decisions if one["start"] <= at < one["end"]]
        if found or decisions:
            told.append({"component": name, "found": found, "decisions": decisions})
    return told


def _found(item: dict[str, Any]) -> dict[str, Any]:
    parts = item.get("mentions") or item.get("spans") or ([item] if "start" in item else [])
    told = {key: value["text"] if isinstance(value, dict) and "text" in value else value for key, value in item.items()}
    kept = {key: value for key, value in told.items() if not isinstance(value, list | dict) and value is not None}
    return {**kept, "row": tables.line_of(item["rule"]), "at": [(part["start"], part["end"]) for part in parts]}


def _decision(note: dict[str, Any]) -> dict[str, Any]:
    row = note.get("row")
    return {**note, "line": tables.line_of(row) if row else None, "code": steps.line_of(note["step"])}


def lines(told: Sequence[dict[str, Any]], article: str, *, with_code: bool = True) -> Iterator[str]:
    """The same for people: a component a paragraph; with the line of code behind each decision, or without."""
    if not told:
        yield "nothing was found, and nothing was nearly found"
    for number, entry in enumerate(told):
        yield from [""] if number else []
        yield f"{entry['component']}"
        for item in entry["found"]:
            yield f"  {item['id']}  {_words(item)}"
            yield f"      rule {item['rule']}" + (f"  ({item['row']})" if item["row"] else "")
        for one in entry["decisions"]:
            yield f"  {one['start']}-{one['end']} “{visible(article[one['start'] : one['end']])}”"
            second = f"; second: {one['runner_up']}" if one.get("runner_up") else ""
            yield f"      {one['step']} -> {one['outcome'] or 'dropped'}{second}"
            yield from ([f"      code {one['code']}"] if one["code"] and with_code else [])
            if one.get("row"):
                yield f"      row {one['row']}" + (f"  ({one['line']})" if one["line"] else "")
            yield from (f"      {weight:+.2f}  {name}" for name, weight in (one.get("weights") or {}).items())


def _words(item: dict[str, Any]) -> str:
    """An item's plain fields, without its place and its rule."""
    hidden = {"id", "rule", "row", "at", "start", "end", "earliest", "latest", "geonames_id"}
    return visible(", ".join(f"{key}={value}" for key, value in item.items() if key not in hidden))


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    return int(app(list(arguments), prog_name="extract trace", standalone_mode=False) or 0)
