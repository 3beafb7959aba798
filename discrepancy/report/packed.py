"""Zip archives that are the same bytes for the same content: office files carry the hour of packing, which says nothing.

Takes and gives an archive as bytes. Names, order and contents stay; times become the earliest that the format knows, those that
an office file tells of itself too.
"""

from __future__ import annotations

import io
import re
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip archive can name. Source: PKWARE APPNOTE 6.3.10, 4.4.6 (MS-DOS date)."""


_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def still(archive: bytes) -> bytes:
    """``archive`` with every time set to :data:`EARLIEST`: those of its entries, and the hours of making and saving in an office file.

    >>> packed = io.BytesIO()
    >>> with zipfile.ZipFile(packed, "w") as file:
    ...     file.writestr("a.txt", "a")
    >>> zipfile.ZipFile(io.BytesIO(still(packed.getvalue()))).getinfo("a.txt").date_time
    (1980, 1, 1, 0, 0, 0)
    """
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fresh = zipfile.ZipInfo(entry.filename, EARLIEST)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            fresh.external_attr = entry.external_attr
            content = old.read(entry)
            new.writestr(fresh, _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content) if entry.filename == _CORE else content)
    return held.getvalue()
