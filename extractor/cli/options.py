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
    str, typer.Option("--format", "-f", metavar=_choices(WRITERS), help="The output's form.", show_default=True)
]
Only = Annotated[
    list[str] | None,
    typer.Option(metavar="LISTS", help=f"Print these lists only, separated by commas: {', '.join(LISTS)}."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAMES",
        help="Print these members only, separated by commas, as in id,quotes.text; of a table these columns.",
    ),
]
Compact = Annotated[bool, typer.Option("--compact", "-c", help="JSON without line breaks and indentation.")]
WithText = Annotated[
    bool, typer.Option("--with-text", help="Print the article's text too, which the offsets count in.")
]
MinConfidence = Annotated[
    float | None,
    typer.Option(metavar="X", min=0.0, max=1.0, help="Leave out what is right less often than this: 0.8 is 4 in 5."),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all; its suffix tells the form."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Let --output overwrite a file, or begin a run anew.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When articles without a date of their own were published, as in 2007-07-10."),
]
FilesFrom = Annotated[
    str | None, typer.Option(metavar="FILE", help="Read the names of inputs from FILE, one a line; - is stdin.")
]
Null = Annotated[bool, typer.Option("--null", "-0", help="Names of --files-from and --dry-run end in NUL.")]
Globs = Annotated[
    list[str] | None,
    typer.Option(
        "--glob", "-g", metavar="PATTERN", help="Of folders read only what fits, as in '*.txt'; '!PATTERN' leaves out."
    ),
]
InputFormat = Annotated[
    str, typer.Option(metavar=_choices(READERS), help="The inputs' form; auto goes by the suffix.", show_default=True)
]
Lines = Annotated[bool, typer.Option("--lines", help="Every line is an article; --input-format lines.")]
TextColumn = Annotated[
    str,
    typer.Option(metavar="NAME", help="The column or member that holds the text.", show_default=True),
]
IdColumn = Annotated[
    str,
    typer.Option(metavar="NAME", help="The column or member that holds the id.", show_default=True),
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="The base model: an installed English spaCy pipeline, or a path.")
]
Rules = Annotated[str | None, typer.Option(metavar="DIR", help="A folder of your own tables, read after ours.")]
Country = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES", help="Where a place is rather, of several of its name: ISO codes between commas, as in US,CA."
    ),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Print the candidates that were weighed for each place, and their scores.")
]
KeepFurniture = Annotated[
    bool,
    typer.Option("--keep-furniture", help="Read menus, captions, comments and their like as if they were the article."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="The inputs' encoding; without it UTF-8, UTF-16, then a guess.")
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", help="Processes; without it one for every core.")
]
Engine = Annotated[
    str,
    typer.Option(
        metavar="|".join(ENGINES),
        help="ray has a cluster make shards in the folder --output; see docs/scale.md.",
        show_default=True,
    ),
]
Address = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The Ray cluster's; auto for a running one; without it one is started here."),
]
ShardSize = Annotated[
    str | None,
    typer.Option(metavar="SIZE", help="Bytes of input in a shard, as 4M, which is made whole or not at all."),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with an interrupted run to the same --output, failures again.")
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")]
Strict = Annotated[bool, typer.Option("--strict", help="An article with a warning counts as failed.")]
ExitStatus = Annotated[bool, typer.Option("--exit-status", "-e", help="Exit with 1 where nothing was found.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the names of the files that would be read.")]
Progress = Annotated[bool, typer.Option("--no-progress", help="No progress on a terminal's standard error.")]
Color = Annotated[
    str,
    typer.Option(
        metavar="|".join(COLORS),
        help="Colour in the report; auto heeds NO_COLOR and CLICOLOR_FORCE.",
        show_default=True,
    ),
]
Shown = Annotated[
    str,
    typer.Option(
        "--show",
        metavar="|".join(SHOWS),
        help="The report's contents: what was found, the same with long quotes whole, or the text with marks in it.",
        show_default=True,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not tell of articles that failed or were skipped.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell of every article, its warnings, and the time.")]
TrustConfig = Annotated[
    bool, typer.Option("--trust-config", help="Heed all that extract.toml says, model, rules and engine too.")
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Seconds that a megabyte of text may take."),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=N",
        help="What is read at most: bytes of article, document, unpacked; cells of a row; attributes of an element; "
        "seconds to wait for a pipe; as in article=200M,wait=60.",
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Heed no extract.toml and no EXTRACT_ variable.")]
