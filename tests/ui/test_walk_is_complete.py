"""No screen escapes the walk: who adds a page, a form or a dialog must add it to `walk.SCREENS` too."""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QDialog
from tests.ui import walk

from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay
from leertraject_desktop.ui.dossier import forms, places
from leertraject_desktop.ui.eerste_start.wizard import FirstStart
from leertraject_desktop.ui.kit.crash_dialog import CrashDialog
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.form_overlay import FormOverlay
from leertraject_desktop.ui.kit.screen import Screen
from leertraject_desktop.ui.main_window import FORMS, PAGES

UI = Path(forms.__file__).parents[1]
# Forms of the dossier that are opened in another way than by their name in `places.FORM_TABS`.
OTHERWISE = {"new_contact", "edit_contact", "start_form", "stop_form", "sheet_form"}
# The classes that make a dialog; those that are no form of `FORMS` have a name of their own in the walk.
OVERLAYS = {
    "FormOverlay", "AdminOverlay", "NewDeelnemer", "MergeDossiers",
    "ShortcutSheet", "PrintPreview", "IntakeBatch", "AskAgain",
}  # fmt: skip


# The modules that make something that pops up; `popups` knows how each is opened.
OPENED_BY_POPUPS = {
    "choice_editors", "column_menu", "date_editors", "frame", "inline_form", "lookup", "top_search",
}  # fmt: skip


def _below(parent: type) -> set[type]:
    """The classes of the program that are made from this one, at whatever distance."""
    for module in UI.rglob("*.py"):
        import_module(".".join(("leertraject_desktop.ui", *module.relative_to(UI).with_suffix("").parts)))
    return _children(parent)


def _children(parent: type) -> set[type]:
    found = {child for child in parent.__subclasses__() if child.__module__.startswith("leertraject_desktop")}
    return found.union(*(_children(child) for child in found))


@cache
def _parsed() -> dict[str, ast.Module]:
    return {str(module): ast.parse(module.read_text(encoding="utf-8")) for module in sorted(UI.rglob("*.py"))}


def _modules() -> list[ast.Module]:
    return list(_parsed().values())


def _names(tree: ast.AST) -> set[str]:
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return attributes | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_every_page_is_walked():
    bases = {page for page in _below(Screen) if page.__subclasses__()}
    assert _below(Screen) - bases == set(PAGES.values())
    assert {place for place in PAGES if place != "dossier"} <= set(walk.SCREENS)


def test_every_form_over_the_page_is_walked():
    assert set(FORMS) <= set(walk.SCREENS)
    assert {form for form in _below(FormOverlay) if not form.__subclasses__()} <= set(FORMS.values())
    assert _below(AdminOverlay) == set(walk.ADMIN)


def test_every_overlay_is_walked():
    walked = {*FORMS.values(), *walk.ADMIN, *walk.OVERLAYS}
    assert _below(Overlay) - {FormOverlay, AdminOverlay} <= walked
    assert {f"dialoog, {overlay.__name__}" for overlay in walk.OVERLAYS} <= set(walk.SCREENS)
    assert _below(QDialog) == {CrashDialog} and "er ging iets mis" in walk.SCREENS


def test_every_kind_of_popup_is_walked():
    kinds = {"QMenu", "QComboBox", "QCalendarWidget", "PopupList"}
    made = {Path(module).stem for module, tree in _parsed().items() if _names(tree) & kinds}
    assert made == OPENED_BY_POPUPS


def test_every_form_of_the_dossier_is_walked():
    made = {
        node.name
        for tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns is not None
        if "SideForm" in _names(node.returns) and not node.name.startswith("_")
    }
    known = _names(ast.parse(Path(forms.__file__).read_text(encoding="utf-8")))
    assert made - known == OTHERWISE
    assert {*places.FORM_TABS, *places.PLAN_EDITORS} <= set(walk.SCREENS)
    both = set(forms._NEW) & set(forms._CHANGES)
    assert {f"{name}, wijzigen" for name in both} <= set(walk.SCREENS)


def test_every_other_dialog_is_walked():
    made = {
        node.name
        for tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Overlay"
            for call in ast.walk(node)
        )
    }
    assert made == OVERLAYS
    loose = {"hulp", "intakes in één bestand", "afdrukvoorbeeld", "levering opnieuw maken"}
    assert loose <= set(walk.SCREENS)


def test_every_card_of_the_way_in_is_walked():
    cards = {"login_card": "aanmelden", "recovery_card": "sleutel kwijt, stap 1"}
    cards |= {"restore_card": "reservekopie terugzetten", "already_open": "geen weg naar binnen"}
    found = {module.stem for module in (UI / "aanmelden").glob("*.py")} - {"__init__", "login"}
    assert found == set(cards)
    assert set(cards.values()) <= set(walk.SCREENS)


def test_every_step_of_the_first_start_is_walked(qapp, jobs):
    steps = FirstStart(jobs).steps
    assert [f"eerste start, stap {number + 1}" for number in range(len(steps))] == [
        name for name in walk.SCREENS if name.startswith("eerste start")
    ]
