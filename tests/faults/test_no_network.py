"""Fault 10: nothing of the program asks for the network, seen from the outside by strace."""

import os
import re
import subprocess
import sys

import pytest
from tests.faults import uses
from tests.faults.conftest import HOUSE

pytestmark = pytest.mark.traced


def test_a_program_that_does_ask_for_the_network_is_seen(tmp_path):
    log, code = tmp_path / "log", "import socket; socket.socket()"
    strace = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(log)]
    subprocess.run([*strace, sys.executable, "-c", code], check=True)
    assert "AF_INET" in log.read_text()


def test_no_command_asks_for_the_network(tmp_path, figure):
    log = tmp_path / "log"
    environment = {**os.environ, "LEERTRAJECT_WACHTWOORD": uses.NEW}
    path = tmp_path / "demo.leertraject"
    commands = (
        ["demo", path, "--deelnemers", "20", "--jaren", "1"],
        ["maandexport", path, "--maand", "2026-10", "--naar", tmp_path],
        ["formulier", path, "--soort", "intake", "--naar", tmp_path / "intake.pdf"],
        ["herstel", path],
        ["logboek", "controleer", path],
    )
    sockets = []
    for words in commands:
        program = [sys.executable, "-m", "leertraject_desktop", *map(str, words)]
        strace = [
            "strace",
            "-f",
            "-qq",
            "-e",
            "trace=socket,connect,sendto",
            "-e",
            "signal=none",
            "-o",
            str(log),
        ]
        found = subprocess.run(
            [*strace, *program], cwd=HOUSE, env=environment, check=False, capture_output=True
        )
        assert found.returncode == 0, found.stderr[-500:]
        sockets += [line for line in log.read_text().splitlines() if "AF_INET" in line]
    assert sockets == []
    figure("10 no network", f"{len(commands)} commands under strace: 0 calls for AF_INET or AF_INET6")


def test_the_window_asks_for_no_network_from_the_first_start_to_the_months_file(tmp_path, figure):
    log = tmp_path / "log"
    strace = ["strace", "-f", "-qq", "-e", "trace=socket", "-e", "signal=none", "-o", str(log)]
    journey = [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/journeys/test_first_month.py"]
    environment = {**os.environ, "LEERTRAJECT_WATCHED": "1"}
    found = subprocess.run(
        [*strace, *journey], cwd=HOUSE, env=environment, check=False, capture_output=True, text=True
    )
    assert found.returncode == 0, found.stdout[-500:]
    kinds = set(re.findall(r"AF_[A-Z0-9]+", log.read_text()))
    assert not any(kind.startswith("AF_INET") for kind in kinds)
    figure(
        "10 no network, window", "the first month in the window under strace: 0 calls for AF_INET or AF_INET6"
    )
