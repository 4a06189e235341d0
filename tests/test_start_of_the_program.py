"""Starting the program where it cannot open a window."""

import os
import subprocess
import sys


def test_without_a_screen_the_program_says_so_in_one_sentence_and_ends():
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    command = [sys.executable, "-m", "leertraject_desktop", "--demo"]
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Hier is geen scherm")
    assert len(result.stderr.splitlines()) == 1
