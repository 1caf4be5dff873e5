"""Worker processes: each takes one article at a time and gives back its record's bytes; answers keep the input's order.

Nothing here grows with the number of articles: a bounded queue is read ahead, and a bounded number of answers waits for
a slow article before them. On Linux workers are forks of the loaded pipeline, which they share in memory. A worker that
dies takes only the article with it that it had in hand.

There a worker is two processes: one that keeps the pipeline as it was loaded and waits, and its fork that does the work
until it has done `LIFETIME` articles, when it is replaced by a fresh one. For spaCy's memory zone forgets words but not
their cells in its hash tables (preshed 3.0 doubles a table that is full of deleted keys), some 50 bytes for every word
that was ever met.
"""

import gc
import multiprocessing as mp
import os
import queue
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType, TracebackType
from typing import NamedTuple

from extractor.article import Article, Unreadable
from extractor.batch.one import Extractor, packed
from extractor.errors import WorkerError

FORKS = sys.platform == "linux"
LIFETIME = 5000
"""Articles that one process does before it is replaced by a fresh one: under 10 MB of words of news."""
RENEW = 64
"""The exit code of a process that has done them."""
WINDOW = 8
"""Articles a worker that may be under way or wait, done, for one before them."""
PATIENCE = 0.05
"""Seconds between two looks at a slow input while workers are idle."""

GLANCE = 0.001
"""Seconds between two looks at whether enough has been read to start workers."""

Answer = bytes | Exception
"""A packed record, or why there is none."""


class Answered(NamedTuple):
    """An article and its answer; `known` where no worker was asked."""

    article: Article | Unreadable
    answer: Answer
    known: bool


@dataclass(slots=True)
class _Task:
    article: Article | Unreadable
    answer: Answer | None = None
    known: bool = False


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: _Task | None = None


@dataclass(slots=True)
class Ahead:
    """The articles read ahead by a thread, so that a slow input does not hold back answers that are ready."""

    articles: Iterator[Article | Unreadable]
    room: int
    waiting: queue.Queue[Article | Unreadable | BaseException | None] = field(init=False)
    ended: bool = False
    _characters: int = 0
    _taken: int = 0
    _read_all: bool = False

    def __post_init__(self) -> None:
        self.waiting = queue.Queue(self.room)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            for article in self.articles:
                self._characters += _length(article)
                self.waiting.put(article)
            self._read_all = True
            self.waiting.put(None)
        except BaseException as error:  # noqa: BLE001, it is raised again where the articles are taken
            self._read_all = True
            self.waiting.put(error)

    def holds(self, characters: int, *, seconds: float = 0) -> bool:
        """Whether articles, not one alone, of more than so many characters wait; gives them so long to come."""
        end = time.monotonic() + seconds
        while not self._hold(characters) and not self._read_all and time.monotonic() < end:
            time.sleep(GLANCE)
        return self._hold(characters)

    def _hold(self, characters: int) -> bool:
        return self._characters - self._taken > characters and self.waiting.qsize() > 1

    def take(self, *, block: bool) -> Article | Unreadable | None:
        """The next article; None where there is none left, or none yet and `block` is False."""
        if self.ended or (not block and self.waiting.empty()):
            return None
        found = self.waiting.get()
        if isinstance(found, BaseException):
            raise found
        self.ended = found is None
        self._taken += _length(found)
        return found


def _length(article: Article | Unreadable | None) -> int:
    return len(article.text) if isinstance(article, Article) else 0


class Workers:
    """A context in which worker processes live; leaving it ends them, whatever they are doing."""

    def __init__(self, extractor: Extractor, *, jobs: int, load: Callable[[], Extractor] | None = None) -> None:
        self._extractor, self._load, self._jobs = extractor, load, jobs
        self._workers: list[_Worker] = []

    def __enter__(self) -> "Workers":
        gc.freeze()  # so that a collection in a fork does not copy every page that it shares
        self._workers = []
        for _ in range(self._jobs):
            self._workers.append(self._start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        gc.unfreeze()

    def answers(self, ahead: Ahead, *, known: Callable[[Article | Unreadable], Answer | None]) -> Iterator[Answered]:
        """An answer for every article, in order; `known` answers what needs no worker.

        Workers come first: while the caller writes a record, all of them are at work.
        """
        tasks: deque[_Task] = deque()
        while True:
            self._collect(0)
            while len(tasks) < ahead.room and self._feed(ahead, tasks, known):
                pass
            if tasks and tasks[0].answer is not None:
                task = tasks.popleft()
                yield Answered(task.article, task.answer, task.known)  # type: ignore[arg-type]
            elif ahead.ended and not tasks:
                return
            else:
                self._collect(None if ahead.ended or len(tasks) >= ahead.room or not self._idle() else PATIENCE)

    def _feed(self, ahead: Ahead, tasks: deque[_Task], known: Callable[[Article | Unreadable], Answer | None]) -> bool:
        """Gives one article to an idle worker; False where no worker is idle or no article is there."""
        idle = self._idle()
        if idle is None:
            return False
        article = ahead.take(block=not tasks)
        if article is None:
            return False
        task = _Task(article, known(article))
        task.known = task.answer is not None
        tasks.append(task)
        if not task.known:
            self._give(idle, task)
        return True

    def _idle(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.task is None), None)

    def _give(self, worker: _Worker, task: _Task) -> None:
        worker.task = task
        with suppress(OSError):  # the worker has died; `_collect` will find it so
            worker.connection.send(task.article)

    def _collect(self, timeout: float | None) -> None:
        """Takes the answers of the workers that are done, and puts new ones in the place of those that died."""
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        for connection in wait(busy, timeout):
            worker = busy[connection]  # type: ignore[index]
            try:
                answer: Answer = worker.connection.recv_bytes()
            except (EOFError, OSError):
                answer = self._replace(worker)
            if worker.task is not None:
                worker.task.answer, worker.task = answer, None

    def _replace(self, worker: _Worker) -> WorkerError:
        """Starts a worker for one that died; gives why that one did."""
        worker.connection.close()
        worker.process.join()
        new, code = self._start(), worker.process.exitcode or 0
        worker.process, worker.connection = new.process, new.connection
        cause = f"signal {-code}" if code < 0 else f"exit code {code}"
        return WorkerError(f"the process that read it died ({cause}), perhaps for want of memory; try it alone")

    def _start(self) -> _Worker:
        ours, theirs = mp.Pipe()
        process: BaseProcess
        if FORKS:
            others = [ours, *(worker.connection for worker in self._workers if not worker.connection.closed)]
            given = (theirs, self._extractor, others)
            process = mp.get_context("fork").Process(target=_serve, args=given, daemon=True)
        else:
            process = mp.get_context("spawn").Process(target=_load_and_serve, args=(theirs, self._load), daemon=True)
        with _held_back(signal.SIGTERM):
            process.start()
        theirs.close()
        return _Worker(process, ours)


@contextmanager
def _held_back(number: signal.Signals) -> Iterator[None]:
    """Holds a signal back while a worker is forked: it would call this process's handler in the half-made worker."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _load_and_serve(connection: Connection, load: Callable[[], Extractor]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work(connection, load(), sys.maxsize)


def _serve(connection: Connection, extractor: Extractor, others: Iterable[Connection]) -> None:
    """The life of a worker: forks do the work, one after the other, until the other end is closed or one of them dies;
    then it ends as that one did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the process that writes
    for other in others:  # a fork has them too, and they would keep a dead parent's pipes open
        other.close()
    code = RENEW
    while code == RENEW:
        code = _forked(connection, extractor)
    if code < 0:
        os.kill(os.getpid(), -code)
    sys.exit(abs(code))


def _forked(connection: Connection, extractor: Extractor) -> int:
    """The exit code of a fork that works; negative for the signal that it died of. SIGTERM ends both."""
    child = os.fork()  # SIGTERM is still held back, since before this process was forked or the last one ended
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        code = 1
        try:
            code = _work(connection, extractor, LIFETIME)
        finally:
            os._exit(code)  # whatever happened, the rest of this program is not the fork's

    def end(number: int, _frame: FrameType | None) -> None:
        with suppress(ProcessLookupError):
            os.kill(child, number)
        os._exit(128 + number)

    signal.signal(signal.SIGTERM, end)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    _, status = os.waitpid(child, 0)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    return os.waitstatus_to_exitcode(status)


def _work(connection: Connection, extractor: Extractor, articles: int) -> int:
    """An article in, a record out, until the other end is closed or that many are done; the exit code."""
    with suppress(EOFError, OSError):
        for _ in range(articles):
            connection.send_bytes(packed(connection.recv(), extractor))
        return RENEW
    return 0
