"""What helps somebody to learn: kinds of support, and where the knowledge of it comes from."""

from leertraject_desktop.domain.label import Label


class Ondersteuningssoort(Label):
    """A need that the person has, or an adjustment that is made for it; never a diagnosis."""

    ONDERSTEUNINGSNOOD = "ondersteuningsnood", "ondersteuningsnood"
    REDELIJKE_AANPASSING = "redelijke_aanpassing", "redelijke aanpassing"


class Bron(Label):
    """Who says so: the person, or an attest that the coordinator has seen (it is not kept)."""

    ZELF = "zelf", "zegt de deelnemer zelf"
    ATTEST = "attest", "er is een attest"
