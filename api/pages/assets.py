"""What the pages are drawn with: a style sheet, scripts and an icon.

Each has its digest in its name, so that a browser may keep it for good, and is packed once, when it is first
asked for.
"""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from api.auth import PUBLIC, policy

FOLDER = Path(__file__).parent / "static"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
DIGEST = 16
KEPT = "public, max-age=31536000, immutable"
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")

assets = Blueprint("assets", __name__)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file.

    kind: its content type
    content: its bytes
    packed: the same, packed with gzip
    """

    kind: str
    content: bytes
    packed: bytes


@cache
def names() -> Mapping[str, str]:
    """What each file is asked for as, by the name that it has here."""
    return {file.name: f"{file.stem}-{_digest(file)}{file.suffix}" for file in _files()}


@cache
def _held() -> Mapping[str, Asset]:
    return {names()[file.name]: _asset(file) for file in _files()}


@assets.route("/assets/<asset:name>")
@policy(PUBLIC)
def read_asset(name: str) -> Response:
    """A file that the pages are drawn with"""
    asset = _held().get(name)
    if asset is None:
        raise NotFound
    packed = _GZIP.search(request.headers.get("Accept-Encoding", "")) is not None
    answer = Response(asset.packed if packed else asset.content, content_type=asset.kind)
    answer.headers["Cache-Control"] = KEPT
    answer.headers["Vary"] = "Accept-Encoding"
    if packed:
        answer.headers["Content-Encoding"] = "gzip"
    return answer


def _asset(file: Path) -> Asset:
    content = file.read_bytes()
    return Asset(KINDS[file.suffix], content, gzip.compress(content, mtime=0))


def _files() -> list[Path]:
    return sorted(file for file in FOLDER.iterdir() if file.suffix in KINDS)


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:DIGEST]
