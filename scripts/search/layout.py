"""How the index lies in files, for whoever writes or reads them.

    search/search_index.json             names the version; the theme fetches it on every page
    search/<version>/manifest.json       tables and counts, read before the first query
    search/<version>/sounds.json         how characters sound, read when a query has a slip
    search/<version>/<language>/<n>.json      postings of the tokens whose key hashes to n
    search/<version>/<language>/texts-<n>.json   what is shown of some documents

Every file begins with the version, so that one of another build is refused, not misread.
"""

from __future__ import annotations

FORMAT = 3
ENTRY_POINT = "search/search_index.json"
SHARD_BYTES = 1_200
CHUNK_BYTES = 1_800
_PARTS = 4
LONGEST_TEXT = 2_000  # characters of a section that a passage may be taken from


def shard_keys(start: str) -> tuple[str, ...]:
    """Returns the keys under which tokens lie that begin so; a whole token lies under the first.

    Words with the same two letters lie together, so that one half typed is found in one file. So
    many pairs begin with the commonest characters that each character's pairs are parted in four.
    """
    if start[0] in "#~":
        return (start,)
    if start[0].isascii():
        return (start[:2],)
    if len(start) > 1:
        return (f"{start[0]}{ord(start[1]) % _PARTS}",)
    return tuple(f"{start}{part}" for part in range(_PARTS))


def shard_of(key: str, shards: int) -> int:
    """Returns the number of a key's shard (FNV-1a over code points, 32 bit)."""
    value = 0x811C9DC5
    for sign in key:
        value = ((value ^ ord(sign)) * 0x01000193) & 0xFFFFFFFF
    return value % shards
