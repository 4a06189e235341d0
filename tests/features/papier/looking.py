"""Looking at printed pages: where there is ink, and where there must be none."""

from leertraject_desktop.features.papier.pictures import page_count, page_picture


def white(picture, left, top, right, bottom):
    """Whether no ink lies in this part of the page; millimetres from the top left, at 100 dpi."""
    scale = 100 / 25.4
    across = slice(int(left * scale) * 4, int(right * scale) * 4)
    rows = range(int(top * scale), min(int(bottom * scale), picture.height))
    return all(
        set(picture.pixels[row * picture.stride : (row + 1) * picture.stride][across]) <= {255}
        for row in rows
    )


def inside_margins(pdf, width=210, height=297):
    """Whether all ink of all pages stays a centimetre from every edge, as any printer can print it."""
    edges = (
        (0, 0, width, 9.7),
        (0, height - 9.7, width, height),
        (0, 0, 9.7, height),
        (width - 9.7, 0, width, height),
    )
    pictures = [page_picture(pdf, page, dpi=100) for page in range(page_count(pdf))]
    return all(white(picture, *edge) for picture in pictures for edge in edges)
