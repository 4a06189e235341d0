"""Pages of a PDF as pictures, for the preview on the screen and for printing."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Picture:
    """One page as pixels: `width` × `height`, four bytes each: blue, green, red and one unused.

    A `grey` picture has one byte per pixel.
    """

    width: int
    height: int
    pixels: bytes
    grey: bool = False

    @property
    def stride(self) -> int:
        """Bytes from one row to the next."""
        return self.width * (1 if self.grey else 4)


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points of 1/72 inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(page.get_width(), page.get_height()) for page in document]


def page_picture(pdf: bytes, page: int = 0, *, dpi: float = 110, grey: bool = False) -> Picture:
    """One page (from 0) as pixels, `dpi` to the inch, white where there is no ink.

    The pixels fit Qt's Format_RGB32 as they are; those of a grey picture fit Format_Grayscale8.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap: Any = document[page].render(scale=dpi / POINTS_PER_INCH, prefer_bgrx=True, grayscale=grey)
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        wide = width * (1 if grey else 4)
        if stride != wide:
            rows = b"".join(rows[row * stride : row * stride + wide] for row in range(height))
        return Picture(width, height, rows, grey)


def page_text(pdf: bytes, page: int = 0) -> str:
    """The text that a reader program finds on a page (from 0)."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return str(document[page].get_textpage().get_text_range())
