"""Drives that can be pulled out in the middle of a write and plugged in again: images of disks, mounted.

A loop device is made to end at its first sector, so that every call to it fails, as with a stick that is
gone. Where this kernel has no vfat, a file system in a process of its own (FUSE) gives one; that process is
killed. What the computer had not yet written is lost both ways.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

GET_STATUS, SET_STATUS = 0x4C05, 0x4C04
STATUS_BYTES = 232
# Where a loop device keeps its largest size in bytes.
LIMIT = slice(32, 40)
MIB = 1024 * 1024


def _run(*words: object) -> str | None:
    """What a command of the system said; None when it is not there or refuses."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    program = shutil.which(str(words[0]), path=path)
    if program is None:
        return None
    done = subprocess.run([program, *map(str, words[1:])], check=False, capture_output=True, text=True)
    return None if done.returncode else done.stdout.strip()


class Stick:
    """An image of a disk, and where it is plugged in."""

    def __init__(self, folder: Path) -> None:
        self.image = folder / "stick.img"
        self.place = folder / "media" / "stick"

    def format(self) -> bool:
        """Make it empty; False where that cannot be done."""
        self.image.unlink(missing_ok=True)
        with self.image.open("wb") as file:
            file.truncate(48 * MIB)
        return _run(*self.maker, self.image) is not None

    def unplugged(self) -> None:
        """Take the place away, as a system does with a stick that is no longer there."""
        media = self.place.parent
        if media.exists():
            # At once, so that nothing is written to the empty folder that was under it.
            gone = media.rename(media.with_name("media.gone"))
            _run("umount", "-l", gone / self.place.name)
            shutil.rmtree(gone)


class Loop(Stick):
    """A disk over a loop device."""

    def __init__(self, folder: Path, kind: str) -> None:
        super().__init__(folder)
        self.name, self.kind, self.device = kind, kind, ""
        self.maker = {"vfat": ("mkfs.vfat",), "ext4": ("mkfs.ext4", "-q", "-F")}[kind]

    def plug_in(self) -> bool:
        """Mount it; False where that cannot be done."""
        self.place.mkdir(parents=True, exist_ok=True)
        self.device = _run("losetup", "-f", "--show", self.image) or ""
        if self.device and _run("mount", "-t", self.kind, self.device, self.place) is not None:
            return True
        self.take_out()
        return False

    def pull(self) -> None:
        """From now on nothing that is asked of it succeeds."""
        with Path(self.device).open("rb") as device:
            status = bytearray(STATUS_BYTES)
            fcntl.ioctl(device, GET_STATUS, status)
            status[LIMIT] = (512).to_bytes(8, "little")
            fcntl.ioctl(device, SET_STATUS, bytes(status))

    def take_out(self) -> None:
        """Nothing of it is left on the computer; the image keeps what reached it."""
        self.unplugged()
        if self.device:
            _run("losetup", "-d", self.device)
            end = time.monotonic() + 5
            while _run("losetup", self.device) is not None and time.monotonic() < end:
                time.sleep(0.01)


class Fuse(Stick):
    """A vfat disk in a process of its own."""

    name, maker = "vfat in a process (FUSE)", ("mkfs.vfat", "-F", "16")
    process: subprocess.Popen[bytes] | None = None

    def plug_in(self) -> bool:
        """Mount it; False where that cannot be done."""
        self.place.mkdir(parents=True, exist_ok=True)
        if not shutil.which("fusefat"):
            return False
        words = ["fusefat", "-f", "-o", "rw+", str(self.image), str(self.place)]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 5
        while not self.place.is_mount() and self.process.poll() is None and time.monotonic() < end:
            time.sleep(0.005)
        return self.place.is_mount()

    def pull(self) -> None:
        """From now on nothing that is asked of it succeeds."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def take_out(self) -> None:
        """Nothing of it is left on the computer; the image keeps what reached it."""
        self.unplugged()
        if self.process:
            self.process.kill()
            self.process.wait()


def sticks(folder: Path) -> list[Stick]:
    """Those that this computer lets us use: vfat when there is one, and one with a journal."""
    found: list[Stick] = []
    if os.geteuid() != 0:
        return found
    for each in (Loop(folder, "vfat"), Fuse(folder), Loop(folder, "ext4")):
        if any(known.name.startswith(each.name[:4]) for known in found):
            continue
        if each.format() and each.plug_in():
            found.append(each)
        each.take_out()
    return found
