"""A process that has everything loaded and forks a child per use, so that many can be hit in a second.

It reads a line of JSON, `[use, arguments, largest file]`, and answers with the pid of a child that has
stopped itself before it began; after the next line, with how it ended: its exit code, or minus a signal.
"""

import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path

import alembic.command
import alembic.config  # noqa: F401 - loaded here once, so that no child spends its time on it
from tests.faults import uses

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import sealing

REFUSED, BUG = 3, 4


def child(name: str, arguments: list[object], size: int | None) -> int:
    """Do the use: 0 when it is done, 3 when it told the user why not, 4 for a bug."""
    folder = Path(str(arguments[0]))
    try:
        uses.prepare(folder)
        if size is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        os.kill(os.getpid(), signal.SIGSTOP)
        getattr(uses, name)(folder, *arguments[1:])
    except Problem:
        return REFUSED
    except BaseException:  # noqa: BLE001 - whatever it is, it is a bug and must be seen
        Path(f"{folder}.fout").write_text(traceback.format_exc())
        return BUG
    return 0


def _sealed() -> tuple[bytes, bytes, bytes]:
    private, public = sealing.new_pair()
    sealing.decrypt(bytes(32), bytes(12), sealing.encrypt(bytes(32), bytes(12), b"", b""), b"")
    return private, sealing.seal(public, b"", b""), b""


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main() -> None:
    # What is loaded at its first use must not be met by a blow that is meant for the data.
    sealing.unseal(*_sealed())
    for line in sys.stdin:
        name, arguments, size = json.loads(line)
        pid = os.fork()
        if not pid:
            code = child(name, arguments, size)
            os._exit(code)
        os.waitpid(pid, os.WUNTRACED)
        _say(pid)
        if not sys.stdin.readline():
            os.kill(pid, signal.SIGKILL)  # the test is gone; a child that was stopped would stay for ever
        _, status = os.waitpid(pid, 0)
        _say(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
