"""Makes the bytes of a workbook depend on its content alone: fixed times, fixed creator, fixed zip.

The parts are stored, not deflated: what a compressor makes of them differs between versions and systems.
"""

import re
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

PROGRAM = "Leertraject"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3

CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>{program}</dc:creator>\
<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>"""


def fixed(workbook: bytes, day: date) -> bytes:
    """The same workbook with every time set to the begin of a day, and nothing told about this computer."""
    moment = f"{datetime.combine(day, time()):%Y-%m-%dT%H:%M:%S}Z"
    out = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = CORE.format(program=PROGRAM, moment=moment).encode()
            elif name == "docProps/app.xml":
                content = re.sub(
                    rb"<Application>.*?</AppVersion>",
                    b"<Application>%s</Application>" % PROGRAM.encode(),
                    content,
                    flags=re.DOTALL,
                )
            info = ZipInfo(name, ZIP_EPOCH)
            info.compress_type = ZIP_STORED
            info.create_system = UNIX
            info.external_attr = 0o600 << 16
            target.writestr(info, content)
    return out.getvalue()
