"""The version that the windows show is the one that was installed."""

from importlib.metadata import version

from leertraject_desktop.domain.version import VERSION


def test_the_program_shows_the_version_that_was_installed() -> None:
    assert version("leertraject-desktop") == VERSION
