"""The cluster itself: Ray Data gives the shards to a pool of actors, and gives them again where a worker was lost.

Only small things travel: where a shard's articles are, and what came of it. Ray is imported when an engine is opened.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from types import TracebackType
from typing import Any

import msgspec

from extractor.cluster.actor import Done, Maker, Task
from extractor.cluster.plan import Shard
from extractor.cluster.storage import File
from extractor.errors import ClusterError
from extractor.reading import Part

ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
    "OPENBLAS_NUM_THREADS": "1",
}
"""Nothing is told to Ray's makers, nor by Ray about its own plans."""
STORE = 100_000_000
"""Bytes of shared memory of a cluster of one machine: next to nothing travels through it."""
CLIENT = "ray://"


class Engine:
    """A cluster to work with, a context: one of its own on this machine, or the one at an address.

    `processes` is the number of actors, each with one core; 0 for as many as the cluster has cores.
    """

    def __init__(self, *, address: str | None = None, processes: int = 0) -> None:
        self._address, self._processes = address, processes
        self._ray: Any = None
        self._aside = ExitStack()

    def __enter__(self) -> "Engine":
        """Starts or joins the cluster; raises ClusterError."""
        if find_spec("ray") is None:
            raise ClusterError("--engine ray needs Ray: pip install 'newsextract[ray]'")
        for name, value in ENVIRONMENT.items():
            os.environ.setdefault(name, value)
        self._aside.enter_context(redirect_stdout(sys.stderr))  # Ray prints there what befalls its workers
        self._ray = import_module("ray")
        own = {"num_cpus": self._processes or None, "include_dashboard": False, "object_store_memory": STORE}
        given = own if self._address is None else {"address": self._address}
        try:
            self._ray.init(log_to_driver=False, logging_level=logging.ERROR, **given)
            import_module("ray.data")
        except (ConnectionError, RuntimeError, ValueError, ImportError) as error:
            self._aside.close()
            where = f"the cluster at {self._address}" if self._address else "a cluster on this machine"
            raise ClusterError(f"{where} cannot be used: {str(error).strip().splitlines()[0]}") from error
        for name in ("ray", "ray.data"):
            logging.getLogger(name).setLevel(logging.ERROR)
        self._processes = self._processes or int(self._ray.cluster_resources().get("CPU", 1))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ray.shutdown()
        self._aside.close()

    def cut(self, files: Sequence[File], one: Callable[[File], list[Part]]) -> Iterable[list[Part]]:
        """The parts of large files, found in the cluster: only reading a file tells where its lines end."""
        remote = self._ray.remote(one)
        found: list[list[Part]] = self._ray.get([remote.remote(file) for file in files])
        return found

    def make(self, shards: Sequence[Shard], task: Task) -> Iterator[Done]:
        """What came of the shards, in the order in which they are done; raises ClusterError where the run must stop."""
        if not shards:
            return
        data = import_module("ray.data")
        context = data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        context.execution_options.preserve_order = False
        items = [{"shard": msgspec.json.encode(shard)} for shard in shards]
        actors = min(self._processes, len(shards))
        pool = data.ActorPoolStrategy(min_size=1, max_size=actors, initial_size=actors)
        done = data.from_items(items, override_num_blocks=len(items)).map_batches(
            Maker, fn_constructor_args=(task,), batch_size=1, compute=pool, num_cpus=1
        )  # Ray Data restarts lost actors and gives out their shards again as often as it takes
        try:
            for row in done.iter_rows():
                yield msgspec.json.decode(row["done"], type=Done)
        except self._ray.exceptions.RayError as error:
            raise ClusterError(_cause(error)) from error


def _cause(error: BaseException) -> str:
    """Why a run stopped, in a line: what our own code said, or else Ray's last word."""
    seen: BaseException | None = error
    while seen is not None:
        inner = getattr(seen, "cause", None)
        if isinstance(inner, BaseException) and inner is not seen:
            seen = inner
        else:
            break
    lines = [line.strip() for line in str(seen or error).strip().splitlines() if line.strip()]
    return f"the cluster stopped: {lines[-1] if lines else type(error).__name__}"
