"""libpostal's model is put together from pieces, on pieces made up here."""

import json
import lzma
from pathlib import Path

import pytest

from benchmarks.address_peers.libpostal_model import LIST, PIECE, put_together

WORDS = b"flat floor unit " * 1000
LISTING = """
DEST_PATHS = {{
    "words.dat":          "dictionary/words.dat",
}}

MANIFEST: dict = json.loads('{listed}')
"""


def packages(folder: Path, size: int) -> Path:
    """Two packages with half of a file each, and one that lists it with this size."""
    whole = lzma.compress(WORDS)
    for name, piece in (("p00", whole[:40]), ("p01", whole[40:])):
        (folder / name / PIECE).parent.mkdir(parents=True)
        (folder / name / PIECE).write_bytes(piece)
    told = {"files": {"words.dat": {"original_size": size, "chunk_packages": ["p00", "p01"]}}}
    (folder / LIST).parent.mkdir()
    listed = json.dumps(told, indent=2).replace("\n", "\\n")
    (folder / LIST).write_text(LISTING.format(listed=listed))
    return folder


def test_a_file_is_put_together_where_it_belongs(tmp_path: Path) -> None:
    put_together(packages(tmp_path / "packages", len(WORDS)), tmp_path / "model")
    assert (tmp_path / "model/dictionary/words.dat").read_bytes() == WORDS


def test_a_file_of_another_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"words\.dat has 16000 bytes where 16001 are listed"):
        put_together(packages(tmp_path / "packages", len(WORDS) + 1), tmp_path / "model")


def test_packages_that_list_nothing_are_refused(tmp_path: Path) -> None:
    (tmp_path / LIST).parent.mkdir()
    (tmp_path / LIST).write_text("")
    with pytest.raises(ValueError, match="lists no files"):
        put_together(tmp_path, tmp_path / "model")
