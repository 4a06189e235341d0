"""Holds a child at each of its calls that can fail, and lets the n-th one fail, fall short, kill or wait.

A filter in the child (seccomp) lets the system stop it at those calls alone; the parent that forked it
(ptrace) then changes what the system is about to do. So nothing has to be installed and a call costs
microseconds. A call that fails is not made. A short write really writes the first half and says so. Only on
Linux on x86-64, whose registers and numbers stand here.
"""

import ctypes
import errno
import os
import platform
import signal
import struct
import sys
from collections import Counter
from collections.abc import Callable

NUMBERS = {
    "write": 1,
    "pwrite64": 18,
    "sendfile": 40,
    "fsync": 74,
    "fdatasync": 75,
    "ftruncate": 77,
    "rename": 82,
    "mkdir": 83,
    "unlink": 87,
    "openat": 257,
    "unlinkat": 263,
    "renameat2": 316,
    "copy_file_range": 326,
}
NAMES = {number: name for name, number in NUMBERS.items()}
SHORT, KILL, WAIT = "short", "KILL", "wait"
# Where these registers stand among the 27 of x86-64; `length` by call, when it is not the third argument.
LAST = 27
R10, RAX, RDX, CALL = 7, 10, 12, 15
LENGTH = {"sendfile": R10}

TRACEME, CONT, GETREGS, SETREGS, SETOPTIONS = 0, 7, 12, 13, 0x4200
# Follow forks, threads and programs that are started; stop at the filter; end the child with its parent.
OPTIONS = 0x2 | 0x4 | 0x8 | 0x10 | 0x80 | 0x100000
AT_FILTER = signal.SIGTRAP | 7 << 8
NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2
ALLOW, STOP = 0x7FFF0000, 0x7FF00000

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.ptrace.restype = ctypes.c_long
_libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]

Blow = tuple[str, str, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def can_hold() -> bool:
    """Whether a child can be held here."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    pid = os.fork()
    if not pid:
        try:
            be_held()
        except OSError:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if os.WIFSTOPPED(status):
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return True
    return False


def be_held() -> None:
    """In the child: let the parent hold it from here on; it stops at once, until `run` of the parent."""
    _ptrace(TRACEME, 0)
    numbers = sorted(NAMES)
    steps = [struct.pack("=HBBI", 0x20, 0, 0, 0)]  # load the number of the call
    for place, number in enumerate(numbers):
        steps.append(struct.pack("=HBBI", 0x15, len(numbers) - place, 0, number))  # equal: to the last step
    steps += [struct.pack("=HBBI", 0x06, 0, 0, what) for what in (ALLOW, STOP)]
    program = _Program(len(steps), b"".join(steps))
    for words in (
        (NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (SET_SECCOMP, FILTER, ctypes.addressof(program), 0, 0),
    ):
        if _libc.prctl(*words):
            raise OSError(ctypes.get_errno(), "no filter")
    os.kill(os.getpid(), signal.SIGSTOP)


def run(child: int, blow: Blow | None, wait: Callable[[], None]) -> tuple[int, Counter[str]]:
    """Let a stopped child go on until its end; returns how it ended and how often it made each call.

    `blow` is the call, the way and the number of the first call to hit, counted over all threads. A way is
    the name of an error, or that with a `+` for every call from then on; SHORT, KILL, or WAIT for `wait()`.
    The call `any` is each of those that write.
    """
    calls: Counter[str] = Counter()
    _ptrace(SETOPTIONS, child, OPTIONS)
    _ptrace(CONT, child)
    while True:
        pid, status = os.waitpid(-1, 0x40000000)
        if not os.WIFSTOPPED(status):
            if pid == child:
                return os.waitstatus_to_exitcode(status), calls
            continue
        passed_on = 0
        if status >> 8 == AT_FILTER:
            _strike(pid, blow, calls, wait)
        elif status >> 16 == 0 and os.WSTOPSIG(status) not in (signal.SIGSTOP, signal.SIGTRAP):
            passed_on = os.WSTOPSIG(status)
        _ptrace(CONT, pid, passed_on)


def _strike(pid: int, blow: Blow | None, calls: Counter[str], wait: Callable[[], None]) -> None:
    registers = (ctypes.c_ulonglong * LAST)()
    if not _ptrace(GETREGS, pid, ctypes.addressof(registers)):
        return
    name = NAMES[registers[CALL]]
    calls[name] += 1
    if blow is None:
        return
    call, way, first = blow
    count = sum(n for each, n in calls.items() if each != "openat") if call == "any" else calls[name]
    if (name != call and (call != "any" or name == "openat")) or count < first:
        return
    if count > first and not way.endswith("+"):
        return
    if way == WAIT:
        wait()
        return
    if way == KILL:
        os.kill(pid, signal.SIGKILL)
        return
    if way == SHORT:
        length = LENGTH.get(name, RDX)
        registers[length] = max(1, registers[length] // 2)
    else:
        registers[CALL] = 2**64 - 1
        registers[RAX] = 2**64 - getattr(errno, way.rstrip("+"))
    _ptrace(SETREGS, pid, ctypes.addressof(registers))


def _ptrace(request: int, pid: int, data: int = 0) -> bool:
    """False when the child was killed meanwhile, so that there is nothing to hold any more."""
    if _libc.ptrace(request, pid, None, data) == -1:
        if ctypes.get_errno() == errno.ESRCH:
            return False
        raise OSError(ctypes.get_errno(), "ptrace")
    return True
