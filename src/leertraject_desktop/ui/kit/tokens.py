"""The numbers and colours of the design: every size is in logical pixels, every colour is #RRGGBB."""

from typing import Final, Literal

FAMILY: Final = "Noto Sans"
SMALL: Final = 12
BODY: Final = 13
TITLE: Final = 20
REGULAR: Final = 400
STRONG: Final = 600

GRID: Final = 8
HALF: Final = 4
PAGE_MARGIN: Final = 24
PAGE_MARGIN_COMPACT: Final = 16
PAGE_TOP: Final = 16
BETWEEN_CARDS: Final = 16
FIELD_TO_FIELD: Final = 12
LABEL_TO_FIELD: Final = 4
ICON_TO_TEXT: Final = 8

RADIUS_CONTROL: Final = 4
RADIUS_CARD: Final = 8
RADIUS_FOCUS: Final = 7
FOCUS_WIDTH: Final = 2
FOCUS_GAP: Final = 2

TOP_BAR: Final = 48
STATUS_BAR: Final = 24
PAGE_HEADER: Final = 64
DOSSIER_HEADER: Final = 120
FILTER_BAR: Final = 56
NAV_ITEM: Final = 40
NAV_ITEM_COMPACT: Final = 32
CONTROL: Final = 32
CONTROL_SMALL: Final = 24
CHIP: Final = 24
PILL: Final = 20
TABLE_ROW: Final = 32
TABLE_HEADER: Final = 32
TWO_LINES: Final = 48
TIMELINE_ROW: Final = 52
TIMELINE_MONTH: Final = 32
TAB: Final = 40
PROGRESS: Final = 8

NAV_WIDTH: Final = 184
NAV_WIDTH_COMPACT: Final = 144
NAV_WIDTH_NARROW: Final = 53
SIDE_PANEL: Final = 312
FORM_PANEL: Final = 400
LIST_PANEL: Final = 224
DIALOG_WIDTH: Final = 656
LOGIN_CARD: Final = 400
QUESTION_COLUMN: Final = 600

COMPACT_BELOW: Final = 1000
NARROW_BELOW: Final = 800
LOW_BELOW: Final = 450
SMALLEST_WINDOW: Final = (640, 320)
"""A screen of 1366×768 at 200 % leaves 683×349."""

Tone = Literal["text", "text2", "text3", "accent_text", "on_accent", "amber", "red"]
"""The colour of a text, by what it means."""


class Colours:
    """One colour per meaning; text on its ground reaches 4.5:1, borders of controls and the ring 3:1.

    A plain class: to make a tuple of so many names costs the login window 3 M instructions.
    """

    bg: str
    nav: str
    surface: str
    field: str
    sunken: str
    line: str
    line2: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_down: str
    accent_soft: str
    accent_softer: str
    accent_line: str
    on_accent: str
    accent_text: str
    amber: str
    amber_soft: str
    amber_line: str
    red: str
    red_soft: str
    red_line: str
    focus: str
    hatch: str
    mark: str
    mark_text: str
    scrim: str
    pill: str

    def __init__(self, **values: str) -> None:
        vars(self).update(values)

    def but(self, **values: str) -> "Colours":
        """These colours, with others for some meanings."""
        return Colours(**(vars(self) | values))


LIGHT: Final = Colours(
    bg="#F3F5F6",
    nav="#EAEEF0",
    surface="#FFFFFF",
    field="#FFFFFF",
    sunken="#F7F9F9",
    line="#DAE0E3",
    line2="#C6CED2",
    control="#7C8990",
    text="#1A2428",
    text2="#4A565D",
    text3="#5F6B72",
    accent="#0B5F6D",
    accent_hover="#094E5A",
    accent_down="#073E48",
    accent_soft="#DCECEE",
    accent_softer="#EDF5F6",
    accent_line="#9CC6CC",
    on_accent="#FFFFFF",
    accent_text="#0B5F6D",
    amber="#7F4B00",
    amber_soft="#FFF3DA",
    amber_line="#E0B566",
    red="#A3211B",
    red_soft="#FCEBE9",
    red_line="#E2A09B",
    focus="#0B5F6D",
    hatch="#B9C4C9",
    mark="#FFE9A8",
    mark_text="#1A2428",
    scrim="#1A2428",
    pill="#EAEEF0",
)

DARK: Final = Colours(
    bg="#13181B",
    nav="#171D20",
    surface="#1C2327",
    field="#151B1E",
    sunken="#20282C",
    line="#313B41",
    line2="#414D54",
    control="#76848C",
    text="#E7ECEE",
    text2="#B1BCC2",
    text3="#97A3AA",
    accent="#187685",
    accent_hover="#156B79",
    accent_down="#146471",
    accent_soft="#1B3D44",
    accent_softer="#1D2E33",
    accent_line="#2F6E79",
    on_accent="#FFFFFF",
    accent_text="#79CBD6",
    amber="#F2BC63",
    amber_soft="#362B15",
    amber_line="#7A5E22",
    red="#FFA59B",
    red_soft="#3E2220",
    red_line="#8A4640",
    focus="#79CBD6",
    hatch="#4A575E",
    mark="#6B5310",
    mark_text="#FFF3D2",
    scrim="#000000",
    pill="#2B343A",
)

LIGHT_STRONG: Final = LIGHT.but(
    bg="#FFFFFF",
    nav="#FFFFFF",
    sunken="#FFFFFF",
    pill="#FFFFFF",
    line="#4A565D",
    line2="#1A2428",
    control="#000000",
    text="#000000",
    text2="#000000",
    text3="#1A2428",
    accent="#003A45",
    accent_text="#003A45",
    accent_line="#003A45",
    amber="#4D2D00",
    amber_line="#4D2D00",
    red="#7A0E09",
    red_line="#7A0E09",
    focus="#000000",
)
"""For who asked the system for more contrast: text reaches 7:1, and every edge can be seen."""

DARK_STRONG: Final = DARK.but(
    bg="#000000",
    nav="#000000",
    surface="#000000",
    field="#000000",
    sunken="#000000",
    pill="#000000",
    line="#B1BCC2",
    line2="#E7ECEE",
    control="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#E7ECEE",
    accent="#0B5F6D",
    accent_hover="#094E5A",
    accent_down="#073E48",
    accent_text="#A5E6EE",
    accent_line="#A5E6EE",
    amber="#FFD48A",
    amber_line="#FFD48A",
    red="#FFC4BD",
    red_line="#FFC4BD",
    focus="#FFFFFF",
    mark_text="#FFFFFF",
)

SCRIM_ALPHA: Final = {LIGHT: 96, DARK: 130, LIGHT_STRONG: 160, DARK_STRONG: 190}
"""How thick the layer under a dialog lies, of 255."""
