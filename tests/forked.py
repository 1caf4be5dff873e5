"""The command without its start: a process that has all imported answers every call with a fork of itself.

A start costs four tenths of a second, with the model two seconds, and hundreds of tests want one. What a fork prints,
reads, writes and ends with is its own, as a process's is. Where there is no `fork` the callers start processes.

    with Server("import extractor.cli.run") as server:
        server.call("from extractor.cli.app import main; import sys; sys.exit(main())", ["--version"])
"""

import array
import atexit
import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

HERE = sys.platform == "linux"
"""Whether forks are to be had here, and safe."""
ROOT = Path(__file__).resolve().parent.parent
COMMAND = "import sys\nfrom extractor.cli.app import main\nsys.exit(main())"
LOADED = """
import extractor.cli.run, extractor.cli.updating, extractor.pipeline, functools, gc
made, load = extractor.pipeline.load(), extractor.pipeline.load
@functools.wraps(load)
def known(**asked):
    return load(**asked) if any(value for value in asked.values()) else made
extractor.pipeline.load = known
"""
"""What a server does first that has the model too: who asks for the default pipeline gets the one that is there."""
CLIENT = """
import array, json, os, socket, sys
server = socket.socket(socket.AF_UNIX)
server.connect({path!r})
asked = json.dumps([{code!r}, sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
server.sendmsg([len(asked).to_bytes(4, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
server.sendall(asked)
for number in (0, 1, 2):
    os.close(number)
os._exit(int(server.recv(16) or b"1"))
"""
"""A program that stands for the command in a shell: it passes its streams on and ends as the fork does."""


class Server:
    """A process that has done `first`, and forks."""

    def __init__(self, first: str, *options: str) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="forks")
        self.path = f"{self.folder.name}/socket"
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(self.path)
        listening.listen(64)
        self.process = subprocess.Popen(
            [sys.executable, *options, "-m", "tests.forked", str(listening.fileno())],
            pass_fds=[listening.fileno()],
            stdin=subprocess.PIPE,
            cwd=ROOT,
        )
        listening.close()
        assert self.process.stdin
        self.process.stdin.write(first.encode())
        self.process.stdin.close()
        atexit.register(self.end)

    def end(self) -> None:
        """Ends the process."""
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def call(
        self, code: str, arguments: Sequence[str], environment: Mapping[str, str], *, cwd: str, piped: bytes | None
    ) -> tuple[int, bytes, bytes]:
        """What the code makes of the arguments: exit code, standard output, standard error."""
        with socket.socket(socket.AF_UNIX) as server, ThreadPoolExecutor(3) as at_once:
            server.connect(self.path)
            asked = json.dumps([code, list(arguments), cwd, dict(environment)]).encode()
            theirs, given = os.pipe() if piped is not None else (os.open(os.devnull, os.O_RDONLY), None)
            (out, out_theirs), (err, err_theirs) = os.pipe(), os.pipe()
            streams = array.array("i", [theirs, out_theirs, err_theirs])
            server.sendmsg([len(asked).to_bytes(4, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
            server.sendall(asked)
            for stream in streams:
                os.close(stream)
            if given is not None:
                at_once.submit(written, given, piped or b"")
            read = [at_once.submit(whole, stream) for stream in (out, err)]
            server.settimeout(120)
            return int(server.recv(16)), read[0].result(), read[1].result()

    def client(self, path: Path, code: str = COMMAND) -> None:
        """Writes a program that stands for the command."""
        path.write_text(f"#!{sys.executable} -IS\n" + CLIENT.format(path=self.path, code=code), encoding="utf-8")
        path.chmod(0o755)


def whole(stream: int) -> bytes:
    """All that comes out of a pipe."""
    with open(stream, "rb") as pipe:
        return pipe.read()


def written(stream: int, data: bytes) -> None:
    """Writes to a pipe until all is written, or nobody reads any more."""
    with contextlib.suppress(BrokenPipeError), open(stream, "wb") as pipe:
        pipe.write(data)


@functools.cache
def loaded() -> Server:
    """The server with the model."""
    return Server(LOADED)


def commands(folder: Path) -> str:
    """A PATH on which `extract` is a fork of one that has its model; elsewhere the environment's own programs."""
    own = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    if not HERE:
        return own
    folder.mkdir()
    loaded().client(folder / "extract")
    return f"{folder}{os.pathsep}{own}"


def serve(listening: socket.socket) -> None:
    """Answers each call by a fork that waits for a fork that does it."""
    while True:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        caller, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            answer(caller)
        caller.close()


def answer(caller: socket.socket) -> None:
    """Does what a caller asks for in one more fork, and says how it ended."""
    head, [(_, _, given)], _, _ = caller.recvmsg(4, socket.CMSG_SPACE(12))
    wanted, asked = int.from_bytes(head, "big"), b""
    while len(asked) < wanted:
        asked += caller.recv(wanted - len(asked))
    streams = array.array("i", given).tolist()
    done = os.fork()
    if done == 0:
        caller.close()
        work(streams, *json.loads(asked))
    for stream in streams:
        os.close(stream)
    caller.sendall(str(os.waitstatus_to_exitcode(os.waitpid(done, 0)[1])).encode())
    os._exit(0)


def work(streams: Sequence[int], code: str, arguments: Sequence[str], cwd: str, environment: Mapping[str, str]) -> None:
    """Runs the code as a new process of Python would."""
    ended: Any = 1
    try:
        os.setpgid(0, 0)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(environment)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["-c", *arguments]
        sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: SIM115
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
        exec(compile(code, "<forked>", "exec"), {"__name__": "__main__"})
        ended = 0
    except SystemExit as error:
        ended = error.code
    except BaseException:  # noqa: BLE001 - as Python itself does with what nobody catches
        traceback.print_exc()
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(ended if isinstance(ended, int) else int(ended is not None))


if __name__ == "__main__":
    exec(compile(sys.stdin.read(), "<first>", "exec"), {"__name__": "first"})
    import gc

    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
