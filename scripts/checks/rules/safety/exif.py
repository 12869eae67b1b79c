"""Tells whether an image carries the place where it was taken (Exif 2.32, tag 0x8825)."""

from __future__ import annotations

import struct

_GPS = 0x8825


def has_location(data: bytes) -> bool:
    """Looks for a GPS directory in the Exif data of a JPEG, PNG or WebP file.

    Args:
        data: the file.

    Returns:
        True if the first image directory points at a GPS directory, or the file holds XMP with
        GPS coordinates. Malformed data count as none.
    """
    if b"exif:GPSLatitude" in data or b"GPSLatitude=" in data:
        return True
    place = data.find(b"Exif\x00\x00")
    begin = place + 6 if place >= 0 else _bare_exif(data)
    return begin is not None and _has_gps(data[begin:])


def _bare_exif(data: bytes) -> int | None:
    """Returns where TIFF data begin in a PNG `eXIf` or WebP `EXIF` chunk."""
    for mark, skip in ((b"eXIf", 4), (b"EXIF", 8)):
        place = data.find(mark)
        if place >= 0:
            return place + skip
    return None


def _has_gps(tiff: bytes) -> bool:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return False
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        return any(
            struct.unpack_from(f"{order}H", tiff, first + 2 + 12 * index)[0] == _GPS
            for index in range(count)
        )
    except struct.error:
        return False
