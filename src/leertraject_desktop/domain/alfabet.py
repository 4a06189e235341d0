"""The letters of the scripts in which names are written, as `vouw` leaves them: small, without marks."""

from string import ascii_lowercase

ALFABETTEN = (
    ascii_lowercase,
    "абвгдежзиклмнопрстуфхцчшщъыьэюяєіґђѕјљњћџ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "ءابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
)
"""Latin, Cyrillic, Greek, Arabic, Hebrew, Armenian and Georgian."""


def alfabet_van(woord: str) -> str:
    """The letters of the script in which a word is written: that of its second letter, else of its first.

    The Latin ones when no script here has them.
    """
    for letter in woord[1:2] + woord[:1]:
        for letters in ALFABETTEN:
            if letter in letters:
                return letters
    return ascii_lowercase
