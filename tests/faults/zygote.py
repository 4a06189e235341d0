"""A process that has everything loaded and forks a child per use, so that many can be hit in a second.

It reads a line of JSON, `[use, arguments, largest file, held, blow]`, and answers with the pid of a child
that has stopped itself before it began; after the next line, with how it ended: its exit code, or minus a
signal, how often it made each call, and what it said. A held child (see tracer) whose blow is to wait is
first reported by the line `waits`, and goes on after the next line.
"""

import json
import mmap
import os
import resource
import signal
import sys
import traceback
from collections import Counter
from pathlib import Path

import alembic.command
import alembic.config  # noqa: F401 - loaded here once, so that no child spends its time on it
from tests.faults import tracer, uses

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import sealing

REFUSED, BUG = 3, 4
# Where a child says what went wrong: shared memory, since every call that writes may be made to fail.
SAID = mmap.mmap(-1, 16384)


def child(name: str, arguments: list[object], size: int | None, held: bool) -> int:
    """Do the use: 0 when it is done, 3 when it told the user why not, 4 for a bug."""
    folder = Path(str(arguments[0]))
    try:
        uses.prepare(folder)
        if size is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        if held:
            tracer.be_held()
        else:
            os.kill(os.getpid(), signal.SIGSTOP)
        getattr(uses, name)(folder, *arguments[1:])
    except Problem as problem:
        _note(f"{problem.what} {problem.remedy}")
        return REFUSED if problem.what and problem.remedy else BUG
    except BaseException:  # noqa: BLE001 - whatever it is, it is a bug and must be seen
        _note(traceback.format_exc())
        return BUG
    return 0


def _note(text: str) -> None:
    content = text.encode()[-len(SAID) :]
    SAID[: len(content)] = content


def _noted() -> str:
    text = SAID[:].rstrip(b"\0").decode(errors="replace")
    SAID[:] = bytes(len(SAID))
    return text


def _sealed() -> tuple[bytes, bytes, bytes]:
    private, public = sealing.new_pair()
    sealing.decrypt(bytes(32), bytes(12), sealing.encrypt(bytes(32), bytes(12), b"", b""), b"")
    return private, sealing.seal(public, b"", b""), b""


def _say(what: object) -> None:
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


def _wait() -> None:
    _say("waits")
    sys.stdin.readline()


def main() -> None:
    # What is loaded at its first use must not be met by a blow that is meant for the data.
    sealing.unseal(*_sealed())
    while line := sys.stdin.readline():
        name, arguments, size, held, blow = json.loads(line)
        pid = os.fork()
        if not pid:
            code = child(name, arguments, size, held)
            os._exit(code)
        os.waitpid(pid, os.WUNTRACED)
        _say(pid)
        if not sys.stdin.readline():
            os.kill(pid, signal.SIGKILL)  # the test is gone; a child that was stopped would stay for ever
        code, calls = tracer.run(pid, blow, _wait) if held else _ended(pid)
        _say([code, calls, _noted()])


def _ended(pid: int) -> tuple[int, Counter[str]]:
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), Counter()


if __name__ == "__main__":
    main()
