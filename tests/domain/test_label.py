"""Codes are frozen and stored; users read labels."""

import copy
import importlib
import pickle
import pkgutil

import pytest

import leertraject_desktop.domain
from leertraject_desktop.domain.label import (
    Fase,
    Geslacht,
    Label,
    Leeftijdsgroep,
    Opleidingsgroep,
    StatuutSoort,
)


def enums():
    for module in pkgutil.iter_modules(leertraject_desktop.domain.__path__):
        importlib.import_module(f"leertraject_desktop.domain.{module.name}")
    return sorted((cls for cls in Label.__subclasses__() if "leertraject" in cls.__module__), key=str)


@pytest.mark.parametrize("enum", enums())
def test_every_code_has_words_and_no_two_have_the_same(enum):
    labels = [member.label for member in enum]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("enum", enums())
def test_a_code_survives_being_stored_copied_and_sent(enum):
    for member in enum:
        assert enum(member.value) is member
        assert f"{member}" == member.value
        assert copy.deepcopy(member) is member
        assert pickle.loads(pickle.dumps(member)) is member


def test_the_codes_that_stand_in_databases_and_leveringen_never_change():
    frozen = {
        Geslacht: ["M", "V", "X"],
        StatuutSoort: ["B", "V", "G", "A"],
        Fase: ["intake", "orientering", "plan", "opvolging", "afronding", "nazorg"],
        Leeftijdsgroep: ["-25", "25-50", "50+", "onbekend"],
        Opleidingsgroep: ["hoog", "midden", "kort", "onbekend"],
    }
    assert {enum: [member.value for member in enum] for enum in frozen} == frozen
