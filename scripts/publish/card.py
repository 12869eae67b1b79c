"""The picture that link previews show: the site's mark, drawn without any font."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

WIDTH, HEIGHT = 1200, 630  # pixels, the size that previews are made for
_UNIT = 21  # pixels of one unit of the mark, which is drawn on a grid of 24 by 24
_PAPER, _EASE, _TIGHT = bytes.fromhex("faf7f0"), bytes.fromhex("0b655c"), bytes.fromhex("9c3f17")
# Left, top, width and height in units, as in docs/assets/images/favicon.svg.
_BARS = (
    (3.0, 14.0, 4.0, 6.0, _EASE),
    (8.5, 9.0, 4.0, 11.0, _EASE),
    (14.0, 5.0, 3.5, 15.0, _TIGHT),
    (19.0, 11.0, 2.5, 9.0, _TIGHT),
)


def write_card(site_dir: Path) -> None:
    """Writes `assets/images/card.png`."""
    file = site_dir / "assets" / "images" / "card.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(card())


def card() -> bytes:
    """Returns the picture as PNG (ISO/IEC 15948): eight bits a channel, RGB, no filter."""
    left, top = (WIDTH - 24 * _UNIT) // 2, (HEIGHT - 24 * _UNIT) // 2
    rows = [bytearray(_PAPER * WIDTH) for _ in range(HEIGHT)]
    for x, y, width, height, colour in _BARS:
        start, end = left + round(x * _UNIT), left + round((x + width) * _UNIT)
        for row in rows[top + round(y * _UNIT) : top + round((y + height) * _UNIT)]:
            row[start * 3 : end * 3] = colour * (end - start)
    data = b"".join(b"\0" + row for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(data, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
