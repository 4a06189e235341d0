"""On what kind of drive a folder lies: live data belongs on the computer's own disk.

The write-ahead log needs memory that all who have the file open share; over a network that is not so, and a
stick can be pulled out in the middle. Backups may stand on both.
"""

import sys
from enum import Enum
from pathlib import Path

from leertraject_desktop.domain.problem import Problem

NETWORK = frozenset({
    "9p", "afs", "afpfs", "ceph", "cifs", "coda", "davfs", "drvfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "gfs2", "glusterfs",
    "ncpfs", "nfs", "nfs4", "ocfs2", "prl_fs", "smb3", "smbfs", "vboxsf",
})  # fmt: skip
STICK = frozenset({"exfat", "iso9660", "msdos", "udf", "vfat"})
MOUNTS = Path("/proc/self/mountinfo")
BLOCK_DEVICES = Path("/sys/class/block")
# What GetDriveTypeW answers.
WINDOWS_REMOVABLE, WINDOWS_REMOTE, WINDOWS_CD = 2, 4, 5


class Drive(Enum):
    """The computer's own disk, a drive of the network, or one that can be taken out."""

    FIXED = "vast"
    NETWORK = "netwerk"
    REMOVABLE = "verwisselbaar"


def drive_of(path: Path) -> Drive:
    """The kind of drive on which a path lies or will lie; FIXED when the system does not tell."""
    there = path.resolve()
    if sys.platform == "win32":
        return _on_windows(there)
    if sys.platform == "darwin":
        return Drive.REMOVABLE if there.parts[:2] == ("/", "Volumes") else Drive.FIXED
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return Drive.FIXED
    return _on_linux(there, mounts, BLOCK_DEVICES)


def check_drive(path: Path) -> None:
    """Raise Problem when a database may not be kept on this drive."""
    drive = drive_of(path)
    if drive is Drive.NETWORK:
        raise Problem(
            f"‘{path.name}’ staat op een netwerkschijf. Daar kunnen gegevens verloren gaan.",
            "Zet de gegevens op de schijf van deze computer. Een reservekopie mag wel op de netwerkschijf.",
        )
    if drive is Drive.REMOVABLE:
        raise Problem(
            f"‘{path.name}’ staat op een stick of losse schijf. Daar kunnen gegevens verloren gaan.",
            "Zet de gegevens op de schijf van deze computer. Een reservekopie mag wel op de stick.",
        )


def _on_linux(path: Path, mounts: str, devices: Path) -> Drive:
    best: tuple[int, str, str] = (0, "", "")
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields, kind = left.split(" "), right.split(" ")
        if len(fields) < 5 or len(kind) < 2:
            continue
        point = Path(fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if path.is_relative_to(point) and len(point.parts) >= best[0]:
            best = (len(point.parts), kind[0], kind[1])
    _, kind_of_system, source = best
    if kind_of_system in NETWORK:
        return Drive.NETWORK
    if kind_of_system in STICK or _pulls_out(source, devices):
        return Drive.REMOVABLE
    return Drive.FIXED


def _pulls_out(source: str, devices: Path) -> bool:
    if not source.startswith("/dev/"):
        return False
    try:
        device = (devices / Path(source).resolve().name).resolve(strict=True)
        if any(part.startswith("usb") for part in device.parts):
            return True
        flags = [folder / "removable" for folder in (device, device.parent)]
        return any(flag.is_file() and flag.read_text(encoding="ascii").strip() == "1" for flag in flags)
    except OSError:
        return False


def _on_windows(path: Path) -> Drive:
    if sys.platform == "win32":
        import ctypes

        if path.drive.startswith("\\\\"):
            return Drive.NETWORK
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
        if kind == WINDOWS_REMOTE:
            return Drive.NETWORK
        if kind in (WINDOWS_REMOVABLE, WINDOWS_CD):
            return Drive.REMOVABLE
    return Drive.FIXED
