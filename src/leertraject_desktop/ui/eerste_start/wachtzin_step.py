"""The step of the first start in which a passphrase is chosen."""

from leertraject_desktop.ui.eerste_start.steps import FIELD, Step
from leertraject_desktop.ui.kit.new_passphrase import NewPassphrase
from leertraject_desktop.ui.kit.notice import Notice

PHRASE, BESIDE = 420, 196


class PassphraseStep(Step):
    """The passphrase of the first gebruiker, and the warning that nobody can look it up."""

    name = "Wachtzin"
    title = "Kies je wachtzin"
    lead = (
        "Met deze zin open je het programma. Je typt hem elke keer. "
        "Kies vier of meer woorden die niets met elkaar te maken hebben."
    )

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(PHRASE + BESIDE)
        self.new = NewPassphrase(width=PHRASE)
        self.warning = Notice(
            "Niemand kan je wachtzin opzoeken, ook Vocvo niet.",
            "Straks druk je een herstelblad af. Bewaar het in een gesloten kast.",
            "amber",
            dismissable=False,
        )
        self.warning.setFixedWidth(FIELD)
        self.column.setSpacing(12)
        self.column.addWidget(self.new)
        self.column.addWidget(self.warning)

    def enter(self) -> None:
        self.new.judge()

    def focus_first(self) -> None:
        self.new.focus_first()

    def check(self) -> bool:
        return self.new.check()

    def told(self) -> str:
        return "gekozen"
