"""Installs migrations/ and resources/, which lie at the top level, as parts of the package."""

from setuptools import find_packages, setup

PARTS = {"leertraject_desktop.migrations": "migrations", "leertraject_desktop.resources": "resources"}

setup(
    packages=[*find_packages("src"), *PARTS],
    package_dir={"": "src", **PARTS},
    package_data={
        "leertraject_desktop.migrations": ["*.mako", "versions/*.py"],
        "leertraject_desktop.resources": ["**/*"],
    },
    include_package_data=False,
)
