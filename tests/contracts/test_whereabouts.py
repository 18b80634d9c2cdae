"""Who opens whereabouts: a list with reasons, and nobody else in the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskflag.records import ProtectedPlace, Whereabouts

ROOT = Path(__file__).parents[2]
MAY_REVEAL = {
    ("riskflag/facts/protected_address.py", "is_given_away"): (
        "sets it against the text of a referral; a yes or no comes out"
    ),
    ("riskflag/facts/protected_address.py", "shares_an_area"): (
        "sets it against an address that was asked about; a yes or no comes out"
    ),
    ("riskflag/facts/protected_address.py", "_known"): (
        "sets it against the proposed address; a band, a nearness or a position comes out"
    ),
    ("riskflag/importers/plain.py", "plain"): (
        "writes a case file or a payload for whoever holds the whole record already"
    ),
    ("riskflag/persistence/codec.py", "_opened"): "writes what the store seals before it is kept",
    ("riskflag/persistence/affected.py", "_living_at"): (
        "looks who else is to live there; references of people come out, who are then screened"
    ),
    ("riskflag/persistence/shelves.py", "_put_apart"): "a keyed index of it comes out, which nobody reverses",
    (
        "riskflag/persistence/named_places.py",
        "_named",
    ): "keyed tokens of it come out, which nobody reverses, and a comparison",
    ("riskflag/persistence/migrations/versions/r0004_sealed.py", "_put_apart"): (
        "as for the shelves, of what was stored before there were any"
    ),
    ("benchmarks/exchanging.py", "_exchanged"): "exchanges one invented place for another, and keeps that in",
    ("riskflag/records/soundness.py", "_of"): "looks whether it is an address; a yes or no comes out",
}
"""Each function that opens whereabouts, and why it may. This table is the authority, not the code."""
INSIDE = ("__held", "_Whereabouts__held")
"""What holds the address: named in its own module, and nowhere else."""
OWN = "riskflag/records/whereabouts.py"


def parsed(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Every source file by its path from the root."""
    for path in sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def reveals(tree: ast.AST, function: str = "") -> Iterator[str]:
    """The innermost named function around each mention of ``reveal``, called or only named."""
    for node in ast.iter_child_nodes(tree):
        named = isinstance(node, ast.Attribute) and node.attr == "reveal"
        if named or (isinstance(node, ast.Constant) and node.value in ("reveal", *INSIDE)):
            yield function
        inside = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else function
        yield from reveals(node, inside)


def reaches_in(tree: ast.AST) -> bool:
    """Whether it names what is inside."""
    return any(isinstance(node, ast.Attribute) and node.attr in INSIDE for node in ast.walk(tree))


SOURCE = dict(parsed("riskflag", "api", "training", "scripts", "benchmarks", "examples"))


def test_only_those_on_the_list_open_it() -> None:
    found = {(path, function) for path, tree in SOURCE.items() for function in reveals(tree) if path != OWN}
    assert found == set(MAY_REVEAL)


def test_each_of_them_gives_its_reason() -> None:
    assert all(len(reason.split()) > 4 for reason in MAY_REVEAL.values())


def test_nobody_reaches_inside() -> None:
    assert [path for path, tree in SOURCE.items() if reaches_in(tree)] == [OWN]


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("def f(place):\n    return place.address.reveal()", id="called"),
        pytest.param("def f(place):\n    return map(Whereabouts.reveal, place)", id="handed on"),
        pytest.param("def f(place):\n    return getattr(place.address, 'reveal')()", id="by its name"),
        pytest.param("def f(place):\n    return [lambda: place.address.reveal()]", id="in a function in it"),
        pytest.param("def f(place):\n    return getattr(place, '_Whereabouts__held')", id="from behind"),
    ],
)
def test_opening_it_is_found(code: str) -> None:
    assert list(reveals(ast.parse(code))) == ["f"]


def test_reaching_inside_is_found() -> None:
    assert reaches_in(ast.parse("place._Whereabouts__held"))


def test_where_a_protected_person_can_be_found_is_kept_in_it() -> None:
    assert ProtectedPlace.__annotations__["address"] == Whereabouts | None
