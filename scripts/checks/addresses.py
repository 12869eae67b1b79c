"""What the address of a link means, seen from the page that it stands on."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from scripts.content.localised import LANGUAGES, Language

Kind = Literal["page", "asset", "folder", "absolute", "record", "external", "scheme", "empty"]
RECORD_SCHEMES = ("figure", "term")
EXTERNAL_SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True)
class Address:
    """An address taken apart.

    Attributes:
        kind: `page` ends in `.md`; `asset` is any other file; `folder` has no extension; `record`
            is `figure:` or `term:`; `scheme` is any scheme that is none of ours.
        scheme: in lower case, empty for relative addresses.
        file: path relative to `docs/`, normalised; may begin with `..`.
        anchor: decoded fragment, or None where there is no `#`.
        language: language of the folder it leads to, or None.
        path: page path for `page` and `folder`.
        name: what follows the scheme of a record.
    """

    kind: Kind
    scheme: str = ""
    file: str = ""
    anchor: str | None = None
    language: Language | None = None
    path: str = ""
    name: str = ""


def resolve(target: str, page_file: str) -> Address:
    """Takes an address apart.

    Args:
        target: as written in the link.
        page_file: file of the page relative to the repository root, `docs/en/faq/x.md`.

    Returns:
        The address, not checked against anything.
    """
    target = target.strip()
    scheme = _SCHEME.match(target)
    if scheme:
        name = scheme[1].lower()
        rest = target[scheme.end() :]
        if name in RECORD_SCHEMES:
            return Address("record", name, name=rest)
        return Address("external" if name in EXTERNAL_SCHEMES else "scheme", name, name=rest)
    if target.startswith("//"):
        return Address("external", "", name=target)
    bare, hash_sign, fragment = target.partition("#")
    anchor = unquote(fragment) if hash_sign else None
    bare = unquote(bare.partition("?")[0])
    if not bare and not hash_sign:
        return Address("empty")
    if bare.startswith("/"):
        return Address("absolute", file=bare, anchor=anchor)
    own = posixpath.relpath(page_file, "docs")
    file = own
    if bare:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(own), bare))
    return _file(file, bare, anchor)


def _file(file: str, bare: str, anchor: str | None) -> Address:
    first, _, rest = file.partition("/")
    language = next((known for known in LANGUAGES if known == first), None)
    stem, extension = posixpath.splitext(file)
    if extension == ".md" or not bare:
        path = stem.partition("/")[2] if language else stem
        return Address("page", file=file, anchor=anchor, language=language, path=path)
    if extension and extension not in (".html", ".htm"):
        return Address("asset", file=file, anchor=anchor, language=language)
    path = rest if language else file
    return Address(
        "folder", file=file, anchor=anchor, language=language, path=posixpath.splitext(path)[0]
    )
