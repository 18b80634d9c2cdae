"""Neither pace nor alert can depend on anything protected: nothing protected can reach the judge."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import signature
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import riskflag.probing
from riskflag.casebook import EX_PARTNER, PROPOSED, case, order, protected_place, term
from riskflag.probing.asked import AskedPlace, Past
from riskflag.probing.judge import judge
from riskflag.probing.place import place_of
from riskflag.records import RECORD_KINDS
from riskflag.vocabulary import PersonId, ProhibitionKind, Role
from tests.probing.asking import NOW, asked

MODULES = sorted(Path(riskflag.probing.__file__).parent.glob("*.py"))
MAY_READ = ("riskflag.probing.", "riskflag.matching.", "riskflag.records.base", "riskflag.reference.thresholds",
            "riskflag.vocabulary")  # fmt: skip


def reachable(hint: object, seen: set[object]) -> Iterator[object]:
    """Every type that a value of this type can hold."""
    if hint in seen:
        return
    seen.add(hint)
    yield hint
    inner = list(get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        inner += [hints[each.name] for each in fields(hint)]
    for each in inner:
        yield from reachable(each, seen)


@pytest.mark.parametrize("module", [pytest.param(path, id=path.stem) for path in MODULES])
def test_nothing_is_read_but_addresses_thresholds_and_words(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    ours = {name for name in froms | plain if name.startswith("riskflag")}
    assert not {name for name in ours if not name.startswith(MAY_READ)}


def test_no_record_can_be_handed_to_the_judge() -> None:
    hints = get_type_hints(judge)
    taken = {each for name in signature(judge).parameters for each in reachable(hints[name], set())}
    kept = {each.__name__ for each in taken if isinstance(each, type) and is_dataclass(each)}
    assert kept == {"AskedPlace", "Past", "Place", "Point", "SecondPersonAgreement"}
    assert not taken & set(RECORD_KINDS.values())


@pytest.mark.parametrize(
    "number", [pytest.param(n, id=f"{n} addresses before") for n in (0, 2, 4, 9, 10, 15)]
)
def test_two_worlds_that_differ_in_who_is_protected_are_judged_alike(number: int) -> None:
    barred = order(term(ProhibitionKind.NO_CONTACT), protects=(EX_PARTNER,))
    worlds = case(barred, protected_place(EX_PARTNER, PROPOSED)), case()
    before = Past(tuple(asked(each, 1 + each / 100) for each in range(number)))
    judgements = set()
    for world in worlds:
        assert world.enquiry.where is not None
        place = place_of(world.enquiry.where)
        asking = AskedPlace(PersonId("a person"), "ann", Role.RESETTLEMENT_STAFF, NOW, place)
        judgements.add(judge(NOW, asking, before))
    assert len(judgements) == 1
