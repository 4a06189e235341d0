"""Who may do what, as a table."""

import pytest

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import RECHTEN, Recht, controleer_recht, waarom_niet

TABLE = {
    Rol.COORDINATOR: {Recht.LEZEN, Recht.REGISTREREN, Recht.LEVEREN},
    Rol.LEZER: {Recht.LEZEN},
    Rol.BEHEERDER: set(Recht),
    Rol.VOCVO: {Recht.BEHEREN},
}


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("recht", Recht)
def test_each_role_may_do_what_stands_in_the_table_and_nothing_else(rol, recht):
    assert (recht in RECHTEN[rol]) == (recht in TABLE[rol])
    if recht not in TABLE[rol]:
        with pytest.raises(Problem) as caught:
            controleer_recht(rol, recht)
        assert caught.value.what.endswith(f": je bent aangemeld als {rol.label}.")
    else:
        controleer_recht(rol, recht)


def test_what_a_lezer_may_not_do_is_said_in_one_good_sentence():
    with pytest.raises(Problem, match="Je mag hier niets wijzigen: je bent aangemeld als lezer"):
        controleer_recht(Rol.LEZER, Recht.REGISTREREN)


def test_what_is_greyed_says_who_can_do_it():
    assert waarom_niet(Rol.BEHEERDER, Recht.BEHEREN) == ""
    assert waarom_niet(Rol.LEZER, Recht.LEVEREN) == (
        "Je leest mee: alleen een onderwijscoördinator of beheerder kan een levering maken."
    )
    assert waarom_niet(Rol.VOCVO, Recht.LEZEN) == (
        "Je bent aangemeld als Vocvo: alleen een onderwijscoördinator, lezer of beheerder kan dossiers lezen."
    )
