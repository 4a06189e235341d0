"""Keeping what is in memory out of files: no core dumps, and no other program of this account looks in."""

import ctypes
import sys

PR_SET_DUMPABLE = 4


def no_core_dumps() -> None:
    """Ask the system to write no memory to disk when the program crashes. Called once, at the start.

    Windows writes no dumps of its own without a setting of the computer; there is nothing to ask for there.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
