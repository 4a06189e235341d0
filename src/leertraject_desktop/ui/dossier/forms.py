"""The forms at the right of a dossier, by the name of their draft: so that work goes on where it was left."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from leertraject_desktop.domain.ondersteuning import Ondersteuningssoort
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.deelnemers.dossier import statuten
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.features.ondersteuning.ondersteuning import ondersteuning
from leertraject_desktop.features.toestemmingen.lijst import toestemmingen
from leertraject_desktop.ui.dossier import (
    guidance_facts,
    guidance_forms,
    nazorg_forms,
    partner_forms,
    stay_forms,
    support,
)
from leertraject_desktop.ui.dossier.places import gone
from leertraject_desktop.ui.dossier.side_form import AnyForm
from leertraject_desktop.ui.kit.screen import Context

Maker = Callable[[Context, int, int], AnyForm]


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Numbered)


def form_of(context: Context, deelnemer_id: int, name: str, row_id: int) -> AnyForm:
    """The form `name` of `places.FORM_TABS` for a deelnemer; `row_id` is 0 for a new one.

    Raises Problem when what it is about is gone.
    """
    makers = _CHANGES if row_id and name in _CHANGES else _NEW
    return makers[name](context, deelnemer_id, row_id)


def _in_list(query: Callable[..., Iterable[R]], make: Callable[[Context, int, R], AnyForm]) -> Maker:
    """A form about one line of a list that the dossier shows."""

    def maker(context: Context, deelnemer_id: int, row_id: int) -> AnyForm:
        found = [rij for rij in context.store.read(query, deelnemer_id) if rij.id == row_id]
        if not found:
            raise gone()
        return make(context, deelnemer_id, found[0])

    return maker


def _simple(make: Callable[[Context, int], AnyForm]) -> Maker:
    return lambda context, deelnemer_id, row_id: make(context, deelnemer_id)


def _support(soort: Ondersteuningssoort) -> Maker:
    return lambda context, deelnemer_id, row_id: support.new_support(context, deelnemer_id, soort)


def _finish(context: Context, deelnemer_id: int, row_id: int) -> AnyForm:
    detail = context.store.read(begeleiding_detail, row_id)
    return guidance_forms.finish_form(context, deelnemer_id, row_id, detail.open_acties)


def _edit_guidance(context: Context, deelnemer_id: int, row_id: int) -> AnyForm:
    return guidance_forms.edit_form(context, deelnemer_id, context.store.read(begeleiding_detail, row_id))


_NEW: dict[str, Maker] = {
    "verblijf": _simple(stay_forms.new_stay),
    "vertrek": _simple(stay_forms.departure),
    "statuut": _simple(stay_forms.new_statuut),
    "ondersteuningsnood": _support(Ondersteuningssoort.ONDERSTEUNINGSNOOD),
    "redelijke_aanpassing": _support(Ondersteuningssoort.REDELIJKE_AANPASSING),
    "drempel_bij": guidance_facts.new_barrier,
    "opschorten": guidance_forms.suspend_form,
    "hervatten": guidance_forms.resume_form,
    "afronden": _finish,
    "begeleiding_verbeteren": _edit_guidance,
    "toestemming": _simple(partner_forms.new_consent),
    "doorverwijzing": _simple(partner_forms.new_referral),
    "nazorg_kanaal": _simple(nazorg_forms.channel_form),
}
_CHANGES: dict[str, Maker] = {
    "verblijf": stay_forms.edit_stay,
    "statuut": _in_list(statuten, stay_forms.edit_statuut),
    "ondersteuning": _in_list(ondersteuning, support.edit_support),
    "drempel": guidance_facts.edit_barrier,
    "opschorting": guidance_forms.edit_suspension,
    "toestemming": _in_list(toestemmingen, partner_forms.edit_consent),
    "toestemming_intrekken": _in_list(toestemmingen, partner_forms.withdraw_consent),
    "toestemming_terugzetten": _in_list(toestemmingen, partner_forms.restore_consent),
    "doorverwijzing": _in_list(doorverwijzingen, partner_forms.edit_referral),
    "doorverwijzing_antwoord": _in_list(doorverwijzingen, partner_forms.answer_form),
    "doorverwijzing_terugnemen": _in_list(doorverwijzingen, partner_forms.take_back_form),
    "nazorg_uitkomst": _in_list(nazorgmomenten, nazorg_forms.outcome_form),
}
