"""The tab with partners and nazorg: toestemmingen, doorverwijzingen, moments after release, the checklist."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.nazorg import Nazorgstand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.doorverwijzingen.lijst import DoorverwijzingRij, StandRij, doorverwijzingen
from leertraject_desktop.features.nazorg.commands import vink_punt
from leertraject_desktop.features.nazorg.lijst import NazorgRij, PuntRij, checklist, nazorgmomenten
from leertraject_desktop.features.papier.codes import nieuw_formuliernummer
from leertraject_desktop.features.papier.toestemming import ToestemmingGegevens, toestemming_pdf
from leertraject_desktop.features.toestemmingen.lijst import ToestemmingRij, toestemmingen
from leertraject_desktop.ui.dossier import nazorg_forms, partner_forms
from leertraject_desktop.ui.dossier.sections import FactLine, Section, link
from leertraject_desktop.ui.dossier.side_form import AnyForm
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.mark_editors import CheckBox
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.print_preview import preview_pdf
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface
from leertraject_desktop.ui.kit.tokens import Tone

_CONSENT: dict[str, tuple[str, Tone]] = {
    "geldig": ("circle-check", "accent_text"),
    "bijna_verlopen": ("clock", "amber"),
    "verlopen": ("circle-x", "text3"),
    "ingetrokken": ("undo-2", "text3"),
}
_REFERRAL: dict[Verwijsstand, tuple[str, Tone]] = {
    Verwijsstand.IN_BEHANDELING: ("hourglass", "accent_text"),
    Verwijsstand.AANVAARD: ("handshake", "accent_text"),
    Verwijsstand.GEWEIGERD: ("ban", "text3"),
    Verwijsstand.AFGEROND: ("circle-check", "accent_text"),
    Verwijsstand.INGETROKKEN: ("undo-2", "text3"),
}
_NAZORG: dict[Nazorgstand, tuple[str, Tone]] = {
    Nazorgstand.TE_DOEN: ("clock", "accent_text"),
    Nazorgstand.TE_LAAT: ("clock-alert", "red"),
    Nazorgstand.GEDAAN: ("circle-check", "accent_text"),
    Nazorgstand.VERVALLEN: ("circle-x", "text3"),
}


class Partners(Surface):
    """`form_asked(form)` hands a form for the side to the page, `told(sentence)` is for the status bar."""

    form_asked = Signal(object)
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._deelnemer_id = 0
        self._job: Job | None = None
        self.notice = Notice()
        self.print_sheet = Button("Druk blad af", icon="printer", small=True)
        self.new_consent = Button("Nieuwe toestemming", icon="plus", small=True)
        self.new_referral = Button("Nieuwe doorverwijzing", icon="plus", small=True)
        self.channel = Button("Manier van contact", icon="phone", small=True)
        self.print_sheet.clicked.connect(self.ask_sheet)
        self.new_consent.clicked.connect(self._ask_consent)
        self.new_referral.clicked.connect(self._ask_referral)
        self.channel.clicked.connect(self._ask_channel)
        context.guard(self.new_consent, self.new_referral, self.channel)
        self.consents = Section(
            "Toestemmingen",
            "Nog geen toestemming. Druk het blad af en laat het tekenen.",
            [self.print_sheet, self.new_consent],
        )
        self.referrals = Section("Doorverwijzingen", "Nog geen doorverwijzing.", [self.new_referral])
        self.nazorg = Section("Nazorg", "", [self.channel])
        self.checklist = Section("Checklist vrijlating", "")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(24)
        for part in (self.notice, self.consents, self.referrals, self.nazorg, self.checklist):
            self._column.addWidget(part)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(content))

    def show_dossier(self, deelnemer_id: int) -> None:
        """Read what is kept with partners and after release."""
        if deelnemer_id != self._deelnemer_id:
            self.notice.clear()
        self._deelnemer_id = deelnemer_id
        read = self._context.store.read
        self.consents.show_lines([self._consent(rij) for rij in read(toestemmingen, deelnemer_id)])
        self.referrals.show_lines([self._referral(rij) for rij in read(doorverwijzingen, deelnemer_id)])
        momenten = read(nazorgmomenten, deelnemer_id)
        self.nazorg.setVisible(bool(momenten))
        self.channel.setVisible(any(rij.gedaan_op is None for rij in momenten))
        self.nazorg.show_lines([self._moment(rij) for rij in momenten])
        lijst = read(checklist, deelnemer_id)
        self.checklist.setVisible(lijst is not None)
        if lijst is not None:
            self.checklist.title.setText(f"Checklist vrijlating, {lijst.gedaan} van {len(lijst.punten)}")
            self.checklist.show_lines([self._point(lijst.verblijf_id, punt) for punt in lijst.punten])

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.print_sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, what: str, row_id: int) -> None:
        """Open the form that closes a "nazorg" moment or gives the answer on a "doorverwijzing"."""
        name = f"uitkomst_{row_id}" if what == "nazorg" else f"antwoord_{row_id}"
        button = self.findChild(Button, name)
        if button is not None:
            button.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._column.setContentsMargins(margin, 16, margin, 24)

    def _consent(self, rij: ToestemmingRij) -> QWidget:
        icon, tone = _CONSENT[rij.stand]
        about = f"toestemming voor {rij.partner}"
        change = link("Wijzig", about, f"wijzig_toestemming_{rij.id}")
        change.clicked.connect(
            self._asker(lambda: partner_forms.edit_consent(self._context, self._deelnemer_id, rij))
        )
        buttons = [change]
        if rij.stand in ("geldig", "bijna_verlopen"):
            stop = link("Trek in", about, f"intrekken_{rij.id}")
            stop.clicked.connect(
                self._asker(lambda: partner_forms.withdraw_consent(self._context, self._deelnemer_id, rij))
            )
            buttons.insert(0, stop)
        elif rij.stand == "ingetrokken":
            back = link("Zet terug", about, f"terugzetten_{rij.id}")
            back.clicked.connect(
                self._asker(lambda: partner_forms.restore_consent(self._context, self._deelnemer_id, rij))
            )
            buttons.insert(0, back)
        self._context.guard(*buttons)
        return FactLine(icon, f"{rij.partner}: {rij.doel}", _consent_words(rij), buttons, tone=tone)

    def _referral(self, rij: DoorverwijzingRij) -> QWidget:
        icon, tone = _REFERRAL[rij.stand]
        if rij.dagen_te_laat:
            icon, tone = "clock-alert", "red"
        about = f"doorverwijzing naar {rij.partner}"
        change = link("Wijzig", about, f"wijzig_doorverwijzing_{rij.id}")
        change.clicked.connect(
            self._asker(lambda: partner_forms.edit_referral(self._context, self._deelnemer_id, rij))
        )
        buttons = [change]
        if len(rij.standen) > 1:
            back = link("Neem stap terug", about, f"terugnemen_{rij.id}")
            back.clicked.connect(
                self._asker(lambda: partner_forms.take_back_form(self._context, self._deelnemer_id, rij))
            )
            buttons.insert(0, back)
        if rij.verder:
            words = "Noteer antwoord" if rij.stand is Verwijsstand.IN_BEHANDELING else "Noteer einde"
            answer = link(words, about, f"antwoord_{rij.id}")
            answer.clicked.connect(
                self._asker(lambda: partner_forms.answer_form(self._context, self._deelnemer_id, rij))
            )
            buttons.insert(0, answer)
        self._context.guard(*buttons)
        return FactLine(icon, f"{rij.partner}: {rij.stand.label}", _referral_words(rij), buttons, tone=tone)

    def _moment(self, rij: NazorgRij) -> QWidget:
        icon, tone = _NAZORG[rij.stand]
        done = rij.gedaan_op is not None
        about = f"nazorg na {rij.maanden} maanden"
        note = link("Wijzig" if done else "Noteer uitkomst", about, f"uitkomst_{rij.id}")
        note.clicked.connect(
            self._asker(lambda: nazorg_forms.outcome_form(self._context, self._deelnemer_id, rij))
        )
        self._context.guard(note)
        title = f"Na {rij.maanden} maanden: {rij.uitkomst or rij.stand.label}"
        return FactLine(icon, title, _moment_words(rij), [note], tone=tone)

    def _point(self, verblijf_id: int, punt: PuntRij) -> QWidget:
        box = CheckBox(punt.label.capitalize())
        box.setObjectName(f"punt_{punt.code}")
        box.setChecked(punt.gedaan_op is not None)
        box.setFixedHeight(tokens.CONTROL_SMALL)
        if punt.gedaan_op is not None:
            box.setToolTip(f"In orde sinds {toon_datum(punt.gedaan_op)}")

        def tick() -> None:
            self.notice.clear()
            try:
                self._context.store.write(vink_punt, verblijf_id, punt.code, box.isChecked())
            except Problem as problem:
                box.setChecked(punt.gedaan_op is not None)
                self.notice.show_problem(problem)
                return
            self.told.emit("Checklist bewaard. Ongedaan maken: Ctrl+Z")

        box.clicked.connect(tick)
        self._context.guard(box)
        return box

    def _asker(self, make: Callable[[], AnyForm]) -> Callable[[], None]:
        def ask() -> None:
            self.notice.clear()
            try:
                form = make()
            except Problem as problem:
                self.notice.show_problem(problem)
                return
            self.form_asked.emit(form)

        return ask

    def ask_sheet(self) -> None:
        """Ask for which partner a sheet is to be printed."""
        self.form_asked.emit(partner_forms.sheet_form(self._context, self._deelnemer_id, self._print))

    def _ask_consent(self) -> None:
        self.form_asked.emit(partner_forms.new_consent(self._context, self._deelnemer_id))

    def _ask_referral(self) -> None:
        self.form_asked.emit(partner_forms.new_referral(self._context, self._deelnemer_id))

    def _ask_channel(self) -> None:
        self.form_asked.emit(nazorg_forms.channel_form(self._context, self._deelnemer_id))

    def _print(self, data: ToestemmingGegevens, taal: str) -> None:
        if self._job is not None:
            return
        self.notice.clear()
        job = Job(toestemming_pdf, data, formuliernummer=nieuw_formuliernummer(), taal=taal)
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        self._job = job
        self._context.jobs.start(job)

    def _made(self, pdf: bytes) -> None:
        self._job = None
        preview_pdf(self, pdf, "Toestemming", self.told, note=self._note)

    def _note(self, soort: Logsoort) -> None:
        uid = self._context.store.read(dossierkop, self._deelnemer_id).uid
        self._context.store.noteer(soort, "blad toestemming", f"deelnemer:{uid}")

    def _failed(self, problem: Problem) -> None:
        self._job = None
        self.notice.show_problem(problem)


def _consent_words(rij: ToestemmingRij) -> str:
    words = [f"getekend op {toon_datum(rij.gegeven_op)}"]
    if rij.ingetrokken_op is not None:
        words.append(f"ingetrokken op {toon_datum(rij.ingetrokken_op)}")
    elif rij.geldig_tot is not None:
        until = toon_datum(rij.geldig_tot)
        verlopen = rij.stand == "verlopen"
        words.append(f"verlopen op {until}" if verlopen else f"geldig tot {until}")
    if rij.stand == "bijna_verlopen":
        words.append("vraag tijdig een nieuwe")
    if rij.formuliernummer:
        words.append(f"blad {rij.formuliernummer}")
    return "  ·  ".join(words)


def _referral_words(rij: DoorverwijzingRij) -> str:
    words = [f"{toon_datum(rij.datum)} doorverwezen door {rij.door}", *map(_step, rij.standen[1:])]
    if rij.dagen_te_laat:
        days = "1 dag" if rij.dagen_te_laat == 1 else f"{rij.dagen_te_laat} dagen"
        words.append(f"antwoord moest er zijn op {toon_datum(rij.antwoord_tegen)}, {days} te laat")
    elif rij.stand is Verwijsstand.IN_BEHANDELING:
        words.append(f"antwoord tegen {toon_datum(rij.antwoord_tegen)}")
    asked = " ".join(rij.vraag.split())
    return "  ·  ".join(words) + (f"\n{asked[:300]}" if asked else "")


def _step(stap: StandRij) -> str:
    words = f"{toon_datum(stap.datum)} {stap.stand.label}"
    why = ". ".join(filter(None, (stap.reden, " ".join(stap.toelichting.split())[:160])))
    return f"{words}: {why}" if why else words


def _moment_words(rij: NazorgRij) -> str:
    words = []
    if rij.gedaan_op is not None:
        words.append(f"{toon_datum(rij.gedaan_op)}" + (f" door {rij.door}" if rij.door else ""))
    elif rij.stand is Nazorgstand.TE_LAAT:
        days = "1 dag" if rij.dagen_te_laat == 1 else f"{rij.dagen_te_laat} dagen"
        words.append(f"moest op {toon_datum(rij.datum)}, {days} te laat")
    else:
        words.append(toon_datum(rij.datum))
    if rij.kanaal:
        words.append(rij.kanaal)
    if rij.gedaan_op is None:
        words.append(f"toestemming: {rij.toestemming}" if rij.toestemming else "geen toestemming")
    text = " ".join(rij.toelichting.split())
    return "  ·  ".join(words) + (f"\n{text[:300]}" if text else "")
