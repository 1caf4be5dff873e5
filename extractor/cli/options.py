"""The options of `extract`: how each is written and what its help says."""

from collections.abc import Collection
from typing import Annotated

import typer

from extractor.cli.request import AUTO, COLORS, ENGINES
from extractor.reading import FORMATS as READERS
from extractor.record import LISTS
from extractor.writing import FORMATS as WRITERS
from extractor.writing.view import SHOWS


def _choices(names: Collection[str]) -> str:
    return "|".join((AUTO, *names))


Inputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT", hidden=True)]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar=_choices(WRITERS),
        help="Output format; auto depends on where the output goes.",
        show_default=True,
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(metavar="LISTS", help=f"Print only these lists, separated by commas: {', '.join(LISTS)}."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAMES",
        help="Print only these fields, separated by commas, for example id,quotes.text; for a table, these columns.",
    ),
]
Compact = Annotated[bool, typer.Option("--compact", "-c", help="Print JSON without line breaks and indentation.")]
WithText = Annotated[bool, typer.Option("--with-text", help="Include the article's text, which the offsets refer to.")]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        metavar="X",
        min=0.0,
        max=1.0,
        help="Leave out items with a lower confidence than this; 0.8 means right 4 times in 5.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE, completely or not at all; its suffix sets the format."
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Overwrite the --output file, or start an interrupted run from the beginning.")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of articles that do not state one, for example 2007-07-10."),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Read the names of inputs from FILE, one per line; - is standard input."),
]
Null = Annotated[
    bool,
    typer.Option("--null", "-0", help="End names in --files-from and --dry-run with a NUL byte, as find -print0 does."),
]
Globs = Annotated[
    list[str] | None,
    typer.Option(
        "--glob",
        "-g",
        metavar="PATTERN",
        help="In folders, read only matching files, for example '*.txt'; '!PATTERN' excludes files.",
    ),
]
InputFormat = Annotated[
    str,
    typer.Option(metavar=_choices(READERS), help="Input format; auto depends on the file's suffix.", show_default=True),
]
Lines = Annotated[bool, typer.Option("--lines", help="Treat every line as an article; short for --input-format lines.")]
TextColumn = Annotated[
    str,
    typer.Option(metavar="NAME", help="Column or JSON field that holds the text.", show_default=True),
]
IdColumn = Annotated[
    str,
    typer.Option(metavar="NAME", help="Column or JSON field that holds the id.", show_default=True),
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="Base model: an installed English spaCy pipeline, or a path to one.")
]
Rules = Annotated[
    str | None, typer.Option(metavar="DIR", help="Folder with your own tables, read after the built-in ones.")
]
Country = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help="Countries to prefer when several places share a name: ISO codes separated by commas, for example US,CA.",
    ),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="For each place, print the candidates that were considered and their scores.")
]
KeepFurniture = Annotated[
    bool,
    typer.Option("--keep-furniture", help="Treat menus, captions, comments and the like as part of the article."),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Character encoding of the inputs; by default UTF-8, then UTF-16, then a guess."),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", help="Number of processes; by default one per core.")
]
Engine = Annotated[
    str,
    typer.Option(
        metavar="|".join(ENGINES),
        help="Where to run: on this machine, or on a Ray cluster that writes shards to the folder --output; "
        "see docs/scale.md.",
        show_default=True,
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Address of the Ray cluster; auto finds a running one; by default one is started on this machine.",
    ),
]
ShardSize = Annotated[
    str | None,
    typer.Option(
        metavar="SIZE", help="Bytes of input per shard, for example 4M; a shard is written completely or not at all."
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume", help="Continue an interrupted run to the same --output, and try articles that failed again."
    ),
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat an article with a warning as failed.")]
ExitStatus = Annotated[bool, typer.Option("--exit-status", "-e", help="Exit with status 1 if nothing was found.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print the names of the files that would be read.")]
Progress = Annotated[bool, typer.Option("--no-progress", help="Show no progress bar.")]
Color = Annotated[
    str,
    typer.Option(
        metavar="|".join(COLORS),
        help="Use colour in the report; auto respects NO_COLOR and CLICOLOR_FORCE.",
        show_default=True,
    ),
]
Shown = Annotated[
    str,
    typer.Option(
        "--show",
        metavar="|".join(SHOWS),
        help="What to show on a terminal: a report of the findings, the same with long quotes in full, "
        "or the text with the findings marked.",
        show_default=True,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not report articles that failed or were skipped.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Report every article, its warnings, and the time it took.")
]
TrustConfig = Annotated[
    bool, typer.Option("--trust-config", help="Apply every setting in extract.toml, including model, rules and engine.")
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.1,
        help="Give up on an article after this many seconds per megabyte of text.",
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=N",
        help="Change a limit on the input: bytes of an article, a document or what is unpacked, cells of a row, "
        "attributes of an element, seconds to wait for a pipe; for example article=200M,wait=60.",
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Ignore extract.toml files and EXTRACT_ variables.")]
