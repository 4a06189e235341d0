"""The one kind of failure that a user can act on: what went wrong, and what to do now."""


class Problem(Exception):
    """A failure with a remedy, shown at the spot in plain Dutch. Anything else that fails is a bug.

    `what` says what is wrong ("‘maand.xlsx’ is niet te overschrijven."), `remedy` what to do now
    ("Sluit het bestand in Excel en probeer het opnieuw."). Both are whole sentences. `veld` names the field
    of the form that it is about; empty when it is about the action as a whole.
    """

    def __init__(self, what: str, remedy: str, *, veld: str = "") -> None:
        super().__init__(f"{what} {remedy}")
        self.what = what
        self.remedy = remedy
        self.veld = veld
