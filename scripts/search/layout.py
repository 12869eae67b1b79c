"""How the index lies in files, for whoever writes or reads them.

    search/search_index.json             names the version; the theme fetches it on every page
    search/<version>/manifest.json       tables and counts, read before the first query
    search/<version>/sounds.json         how characters sound, read when a query has a slip
    search/<version>/<language>/<n>.json      postings of the tokens whose key hashes to n
    search/<version>/<language>/texts-<n>.json   what is shown of some documents

Every file begins with the version, so that one of another build is refused, not misread.
"""

from __future__ import annotations

FORMAT = 1
ENTRY_POINT = "search/search_index.json"
SHARD_BYTES = 4_000
CHUNK_BYTES = 3_000
LONGEST_TEXT = 2_000  # characters of a section that a passage may be taken from


def shard_key(token: str) -> str:
    """Returns the part of a token that decides its shard.

    Tokens with the same beginning lie together, so that a word half typed is found in one file.
    """
    if token[0] in "#~":
        return token
    return token[:2] if token[0].isascii() else token[0]


def shard_of(token: str, shards: int) -> int:
    """Returns the number of a token's shard (FNV-1a over code points, 32 bit)."""
    value = 0x811C9DC5
    for sign in shard_key(token):
        value = ((value ^ ord(sign)) * 0x01000193) & 0xFFFFFFFF
    return value % shards
