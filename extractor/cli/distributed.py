"""Carries out a request with `--engine ray`: plans shards, has a cluster make them, and tells what came of it."""

from collections.abc import Callable, Sequence

from extractor import batch, cluster, writing
from extractor.cli.request import AUTO, Request, defaults
from extractor.cli.streams import say
from extractor.cli.tally import Tally
from extractor.cluster.storage import File, files
from extractor.errors import OptionError
from extractor.provenance import versions
from extractor.record import Provenance

FORMATS = ("jsonl", "parquet")


def run(
    request: Request, inputs: Sequence[str], tally: Tally, *, load: Callable[[], batch.Extractor] | None = None
) -> None:
    """Makes the shards that lack; `tally` is told. Raises ExtractError where it cannot begin, or must stop.

    `load` makes the extractor in each actor, by default the pipeline that the request names.
    """
    folder = _folder(request)
    form = _format(request)
    found = list(files(inputs, globs=request.globs, omit=folder))
    task = _task(request, folder, form, load)
    with cluster.Engine(address=request.address, processes=request.jobs) as engine:
        planned = cluster.shards(
            found,
            key=task.key,
            suffix=writing.FORMATS[form].suffixes[0],
            form=request.form,
            encoding=request.encoding,
            size=request.shard_size,
            cut=engine.cut,
        )
        names = [shard.name for shard in planned]
        done = cluster.prepare(folder, names, resume=request.resume, force=request.force)
        if done and not request.quiet:
            say(f"{len(done)} of {len(names)} shards are done already")
        try:
            for made in engine.make([shard for shard in planned if shard.name not in done], task):
                _tell(request, tally, made)
        except KeyboardInterrupt as error:
            raise KeyboardInterrupt(
                f"interrupted after {tally.done} articles; the same command with --resume goes on from there"
            ) from error
    cluster.seal(folder)


def listed(request: Request, inputs: Sequence[str]) -> list[File]:
    """The files that would be read."""
    return list(files(inputs, globs=request.globs, omit=request.target))


def _folder(request: Request) -> str:
    if not request.target:
        raise OptionError("--engine ray writes shards into a folder; name it with --output")
    if request.fail_fast:
        raise OptionError("--fail-fast is for one machine; shards are made in no order")
    if request.min_confidence is not None:
        raise OptionError("--min-confidence is for one machine; give it to extract convert of the shards")
    return request.target


def _format(request: Request) -> str:
    form = "jsonl" if request.format == AUTO else request.format
    if form not in FORMATS:
        raise OptionError(f"--engine ray writes {' or '.join(FORMATS)}, not {form}; extract convert makes the others")
    return form


def _task(request: Request, folder: str, form: str, load: Callable[[], batch.Extractor] | None) -> "cluster.Task":
    return cluster.Task(
        folder=cluster.absolute(folder),
        format=form,
        view=writing.View(only=request.only, fields=request.fields, compact=True),
        load=load or cluster.Pipeline.of(request.model, request.rules, request.bounds.timeout),
        provenance=_provenance(request, load),
        defaults=defaults(request),
        form=request.form,
        with_text=request.with_text,
        strict=request.strict,
    )


def _provenance(request: Request, load: Callable[[], batch.Extractor] | None) -> Provenance:
    return load().provenance if load else versions(request.model, rules=request.rules)


def _tell(request: Request, tally: Tally, made: cluster.Done) -> None:
    """Counts a shard in, and tells of its failures."""
    tally.done += made.articles
    tally.failed += made.failed
    tally.skipped += made.skipped
    tally.found += made.found
    tally.words += made.words
    if not request.quiet:
        for message in made.messages:
            say(message)
        if made.failed > len(made.messages):
            say(f"{made.shard}: {made.failed - len(made.messages)} more articles failed; their records have an error")
    if request.verbose:
        say(f"{made.shard}: {made.articles} articles, {made.words:,} words")
