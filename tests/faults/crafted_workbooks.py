"""Workbooks that somebody made to do harm, each with a name that says how."""

import io
import struct
import zipfile
from collections.abc import Iterator

from leertraject_desktop.features.uitvoer.lijst_xlsx import lijst_xlsx

KOPPEN = ["Familienaam", "Voornaam", "Geboortedatum", "Nummer"]
SHEET, BOOK, TYPES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"
STRINGS, STYLES, RELS = "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
MILLION = 1_000_000

Parts = dict[str, bytes]


def good() -> bytes:
    """A list as the program itself makes it."""
    rows = [[f"Peeters {number}", "Jan", "17-5-1990", number] for number in range(40)]
    return lijst_xlsx("Deelnemers", KOPPEN, rows)


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


def packed(parts: Parts | list[tuple[str, bytes]], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as book:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            book.writestr(name, content)
    return out.getvalue()


def doctyped(part: bytes, inside: str, encoding: str = "utf-8") -> bytes:
    """A part with a document type before its first element."""
    text = part.decode()
    head = '<?xml version="1.0"?>' if encoding == "utf-8" else f'<?xml version="1.0" encoding="{encoding}"?>'
    body = text.partition("?>")[2] if text.startswith("<?xml") else text
    return f"{head}<!DOCTYPE x [{inside}]>{body}".encode(encoding)


def sheet(rows: str, after: str = "") -> bytes:
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def cell(place: str, value: str = "x") -> str:
    return f'<c r="{place}" t="str"><v>{value}</v></c>'


def refused(real: Parts) -> Iterator[tuple[str, bytes]]:
    """Those that must be refused in words."""
    for name, changes in changed_parts(real).items():
        yield name, packed(real | changes)
    for name, gone in (("no book", BOOK), ("no types", TYPES), ("no sheet", SHEET), ("no links", RELS)):
        yield name, packed({part: content for part, content in real.items() if part != gone})
    for name in ("../../uit.xml", "/etc/uit.xml", "xl\\..\\..\\uit.xml", "C:/uit.xml", "xl/../../uit.xml"):
        yield f"path {name}", packed(real | {name: b"<a/>"})
    yield from other_zips(real)
    yield from no_zips(real)


def changed_parts(real: Parts) -> dict[str, Parts]:
    one = '<row r="1">' + cell("A1") + "</row>"
    at = b"/xl/worksheets/sheet1.xml"
    secret = '<!ENTITY e SYSTEM "file:///etc/passwd">'
    border = b"<!-- " + b"x" * (256 * 1024 - 12) + b" -->"
    return {
        "macro": {"xl/vbaProject.bin": b"x"},
        "macro in capitals": {"XL/VBAPROJECT.BIN": b"x"},
        "macro data": {"xl/vbaData.xml": b"<a/>"},
        "macro sheet": {"xl/macrosheets/sheet1.xml": b"<a/>"},
        "other file": {"xl/externalLinks/externalLink1.xml": b"<a/>"},
        "other file in capitals": {"XL/EXTERNALLINKS/externalLink1.xml": b"<a/>"},
        **{f"document type in {part}": {part: doctyped(real[part], "")} for part in real if "xml" in part},
        "billion laughs": {SHEET: doctyped(real[SHEET], '<!ENTITY a0 "ha">' + LAUGHS)},
        "secret file": {SHEET: doctyped(sheet(f'<row r="1">{cell("A1", "&e;")}</row>'), secret)},
        "address in an entity": {BOOK: doctyped(real[BOOK], '<!ENTITY e SYSTEM "http://vb.be/x">')},
        "document type in utf-16": {BOOK: doctyped(real[BOOK], "", "utf-16")},
        "document type over a border": {SHEET: border + doctyped(real[SHEET], "").partition(b"?>")[2]},
        "unknown entity": {SHEET: sheet(one.replace(">x<", ">&e;<"))},
        "1,001 parts": {f"xl/media/{number}.png": b"" for number in range(1001)},
        "last row": {SHEET: sheet(f'<row r="1048576">{cell("A1048576")}</row>')},
        "last column": {SHEET: sheet(f'<row r="1">{cell("XFD1")}</row>')},
        "one row too far": {SHEET: sheet(f'<row r="100001">{cell("A100001")}</row>')},
        "one column too far": {SHEET: sheet(f'<row r="1">{cell("CW1")}</row>')},
        "row of ten digits": {SHEET: sheet(f'<row r="9999999999">{cell("A9999999999")}</row>')},
        "row below zero": {SHEET: sheet(f'<row r="-5">{cell("A1")}</row>')},
        "column of five letters": {SHEET: sheet(f'<row r="1">{cell("ZZZZZ1")}</row>')},
        "cell of no place": {SHEET: sheet(f'<row r="1">{cell("1A")}</row>')},
        "text that is not there": {SHEET: sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')},
        "text below zero": {SHEET: sheet('<row r="1"><c r="A1" t="s"><v>-99999999</v></c></row>')},
        "style that is not there": {SHEET: sheet('<row r="1"><c r="A1" s="-9"><v>x1</v></c></row>')},
        "number that is none": {SHEET: sheet('<row r="1"><c r="A1"><v>1e5x</v></c></row>')},
        "cut sheet": {SHEET: real[SHEET][: len(real[SHEET]) // 2]},
        "two roots": {SHEET: real[SHEET] + b"<a/>"},
        "nothing in a sheet": {SHEET: b""},
        "zero bytes in a sheet": {SHEET: real[SHEET].replace(b"Peeters", b"Pee\0ers", 1)},
        "wrong encoding": {SHEET: b'<?xml version="1.0" encoding="utf-7"?>' + sheet(one)},
        "sheets nowhere": {BOOK: f"<workbook {MAIN}/>".encode()},
        "types of a document": {TYPES: real[TYPES].replace(b"spreadsheetml.sheet.main", b"word.x")},
        "sheet outside the file": {RELS: real[RELS].replace(at, b"../../../etc/passwd")},
        "sheet at an address": {RELS: real[RELS].replace(at, b"http://vb.be/s.xml")},
        "sheet that is the book": {RELS: real[RELS].replace(at, b"/xl/workbook.xml")},
        "binary book": {"xl/workbook.bin": b"x"},
        "open document": {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
        "only hidden sheets": {BOOK: real[BOOK].replace(b'state="visible"', b'state="veryHidden"')},
    }  # fmt: skip


def large(real: Parts) -> Iterator[tuple[str, bytes]]:
    """Those that must be refused for what is in them once they are unpacked."""
    one = '<row r="1">' + cell("A1") + "</row>"
    yield "90 MB of spaces", packed(real | {SHEET: sheet(" " * 90 * MILLION)})
    yield "110 MB in a sheet", packed(real | {SHEET: sheet(one * (110 * MILLION // len(one)))})
    yield "8 million texts", packed(real | {STRINGS: b"<si/>" * 8 * MILLION})
    yield "5 MB of styles", packed(real | {STYLES: real[STYLES] + b" " * 5 * MILLION})
    yield "3 MB in another part", packed(real | {"docProps/app.xml": b"<a>" + b"xyzuv" * 600_000 + b"</a>"})
    yield "ratio of 1000", packed(real | {"xl/media/image1.png": bytes(20 * MILLION)})
    yield (
        "160 MB in sum",
        packed(real | {f"xl/media/{number}.bin": b"\0\1\2\3" * 400_000 for number in range(100)}),
    )


def other_zips(real: Parts) -> Iterator[tuple[str, bytes]]:
    whole = packed(real)
    listed = list(real.items())
    yield "two of one name", doubled(real)
    yield "two but for capitals", packed([*listed, ("xl/WORKBOOK.xml", real[BOOK])])
    yield "LZMA", packed(real, zipfile.ZIP_LZMA)
    yield "BZIP2", packed(real, zipfile.ZIP_BZIP2)
    yield "a zip in a zip", packed({"lijst.xlsx": whole})
    yield "a zip in a zip in a zip", packed({"a.zip": packed({"b.zip": packed({"lijst.xlsx": whole})})})
    yield "only a zip", packed({"lees mij.txt": b"x"})
    yield "with a password", flagged(whole, 0x1)
    yield "sizes that lie", lying(real, 2**31 - 1)
    yield "sizes that lie small", lying(real, 10)
    yield "cut at the end", whole[:-30]
    yield "cut in half", whole[: len(whole) // 2]
    yield "no end of the list", whole[:-22]
    yield "list elsewhere", whole[:-6] + struct.pack("<I", 2**31) + whole[-2:]
    yield "first letters only", b"PK\x03\x04"
    yield "noise after the first letters", b"PK\x03\x04" + bytes(range(256)) * 40


def no_zips(real: Parts) -> Iterator[tuple[str, bytes]]:
    yield "old Excel or a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)
    yield "a PDF", b"%PDF-1.7\n" + b"x" * 500
    yield "a program of Windows", b"MZ\x90\0\3\0\0\0" + bytes(500)
    yield "a program before the zip", b"MZ\x90\0" + packed(real)
    yield "a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100)
    yield "nothing", b""
    yield "larger than 20 MB", b"PK\x03\x04" + bytes(21 * MILLION)


def heavy(real: Parts) -> Iterator[tuple[str, bytes]]:
    """Those that may be read or refused, but must not cost more than the limits."""
    book = real[BOOK].decode()
    one = '<row r="1">' + cell("A1") + "</row>"
    names = "".join(f'<definedName name="n{n}">a!$A$1</definedName>' for n in range(30_000))
    merged = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 2000))
    empty = "".join(f'<row r="{n}"/>' for n in range(1, 100_000))
    wide = "".join(f'<row r="{n}">{cell(f"CV{n}")}</row>' for n in range(1, 30_000))
    texts = (
        f"<sst {MAIN}>"
        + "".join(f"<si><t>naam {n * 7919 % 99991}</t></si>" for n in range(900_000))
        + "</sst>"
    )
    styles = real[STYLES].replace(b"</cellXfs>", b'<xf numFmtId="0"/>' * 100_000 + b"</cellXfs>")
    words = " ".join(f'a{n}="1"' for n in range(100_000))
    yield "deep", packed(real | {SHEET: sheet(one + "<a>" * 200_000 + "</a>" * 200_000)})
    yield "one element of many words", packed(real | {SHEET: sheet(f"<row {words}/>")})
    digits = f'<row r="1"><c r="A1"><v>{"9" * 400}</v></c></row>'
    yield "number of 400 digits", packed(real | {SHEET: sheet(digits)})
    long = f'<row r="1">{cell("A1", "ab" * 500_000)}</row>'
    yield "1 MB in a cell", packed(real | {SHEET: sheet(long)})
    named = book.replace("</workbook>", f"<definedNames>{names}</definedNames></workbook>")
    yield "30,000 names", packed(real | {BOOK: named.encode()})
    yield "merged to the end", packed(real | {SHEET: sheet(one, f"<mergeCells>{merged}</mergeCells>")})
    yield "100,000 empty rows", packed(real | {SHEET: sheet(empty)})
    yield "30,000 rows of 100 columns", packed(real | {SHEET: sheet(wide)})
    yield "900,000 texts", packed(real | {STRINGS: texts.encode()})
    yield "100,000 styles", packed(real | {STYLES: styles})
    whole = packed(real)
    yield "65,535 parts said", whole[:-14] + struct.pack("<HH", 65535, 65535) + whole[-10:]
    yield "same row again and again", packed(real | {SHEET: sheet(one * 300_000)})


def doubled(real: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, content in real.items():
            book.writestr(name, content)
        book.NameToInfo.clear()
        info = zipfile.ZipInfo("docProps/other.xml")
        info.filename = info.orig_filename = SHEET
        book.writestr(info, b"<a/>")
    return out.getvalue()


def flagged(content: bytes, bit: int) -> bytes:
    """The same zip of which every part says that it is encrypted."""
    hurt = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = hurt.find(mark)
        while start >= 0:
            hurt[start + place] |= bit
            start = hurt.find(mark, start + 4)
    return bytes(hurt)


def lying(real: Parts, size: int) -> bytes:
    """A zip of which the sheet says another size than it has."""
    content = bytearray(packed(real))
    start = content.find(b"PK\x01\x02")
    while start >= 0:
        (length,) = struct.unpack_from("<H", content, start + 28)
        if content[start + 46 : start + 46 + length] == SHEET.encode():
            struct.pack_into("<I", content, start + 24, size)
        start = content.find(b"PK\x01\x02", start + 4)
    return bytes(content)
