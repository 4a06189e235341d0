"""The form of a person: everything that is kept about somebody, except stays and statuut."""

from functools import partial

from leertraject_desktop.domain.label import Geslacht, JaNeeOnbekend, Lijst
from leertraject_desktop.features.deelnemers.invoer import DeelnemerInvoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.languages_editor import LanguagesEditor
from leertraject_desktop.ui.dossier.month_editor import MonthEditor
from leertraject_desktop.ui.dossier.side_form import reasons
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import TextEditor

UNKNOWN = "niet bekend"
NAME = 100
_ROWS = [
    ["voornaam", "familienaam"],
    ["naam_eigen_schrift", "geboortedatum", "geslacht"],
    ["contacttaal", "nederlands"],
    ["talen"],
    ["opleidingsniveau", "vrij_vanaf"],
    ["migratieachtergrond", "arbeidshandicap"],
]


def person_form(context: Context) -> Form[DeelnemerInvoer]:
    """The fields of a person, with the choices of this database."""
    today = partial(context.store.read, vandaag)
    languages = reasons(context, Lijst.TAAL)
    levels = reasons(context, Lijst.OPLEIDINGSNIVEAU)
    return Form(
        DeelnemerInvoer,
        [
            Field("voornaam", "Voornaam", TextEditor(max_length=NAME)),
            Field("familienaam", "Familienaam", TextEditor(max_length=NAME)),
            Field("naam_eigen_schrift", "Naam in eigen schrift", TextEditor(max_length=NAME), optional=True),
            Field("geboortedatum", "Geboortedatum", DateEditor(today=today, past=True), width=132),
            Field("geslacht", "Geslacht", ChoiceEditor(Geslacht, empty=UNKNOWN), width=132),
            Field("contacttaal", "Taal om in te spreken", ChoiceEditor(languages, empty=UNKNOWN)),
            Field("nederlands", "Nederlands", ChoiceEditor(reasons(context, Lijst.ERK), empty=UNKNOWN)),
            Field("talen", "Andere talen", LanguagesEditor(languages), optional=True),
            Field("opleidingsniveau", "Opleidingsniveau", ChoiceEditor(levels, empty=UNKNOWN)),
            # Without a hint below the label: the fields of a line stand at one height.
            Field("vrij_vanaf", "Vrij vanaf, volgens de deelnemer", MonthEditor(today=today)),
            Field("migratieachtergrond", "Migratieachtergrond", ChoiceEditor(JaNeeOnbekend)),
            Field("arbeidshandicap", "Arbeidshandicap", ChoiceEditor(JaNeeOnbekend)),
        ],
        rows=_ROWS,
    )
