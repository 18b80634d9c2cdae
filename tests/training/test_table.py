"""A table comes back from its file as it was, and from no other file."""

import io
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from riskflag.errors import BadInput
from tests.classifier.models import a_model
from tests.training.evaluation.made_up import a_table
from training.table import VERSION, Outcome, Part, Table, joined, read_table

COLUMNS = [each.name for each in fields(Table)]
MADE_UP = a_table(a_model(), people=40)
PARTS = np.resize([Part.TRAIN, Part.TRAIN, Part.CALIBRATE, Part.TEST, Part.UNUSED], 40).astype(np.int8)
TABLE = replace(MADE_UP, part=PARTS)


def same(one: Table, other: Table) -> None:
    for name in COLUMNS:
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert getattr(one, name).dtype == getattr(other, name).dtype


def test_a_table_comes_back_as_it_was_written(tmp_path: Path) -> None:
    TABLE.write(tmp_path / "table.npz")
    same(read_table(tmp_path / "table.npz"), TABLE)


def test_the_same_table_is_written_to_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        replace(TABLE, vectors=TABLE.vectors.copy()).write(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def columns(**changed: object) -> Mapping[str, Any]:
    return {name: getattr(TABLE, name) for name in COLUMNS} | {"version": np.array(VERSION)} | changed


def npz(held: Mapping[str, Any]) -> bytes:
    file = io.BytesIO()
    np.savez(file, **held)
    return file.getvalue()


def npy() -> bytes:
    file = io.BytesIO()
    np.save(file, TABLE.vectors)
    return file.getvalue()


WHOLE = npz(columns())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"vectors,outcomes\n1,0\n", id="text"),
        pytest.param(npy(), id="one array alone"),
        pytest.param(WHOLE[: len(WHOLE) // 2], id="cut short"),
        pytest.param(
            WHOLE.replace(TABLE.released.tobytes(), TABLE.released[::-1].tobytes()), id="changed within"
        ),
        pytest.param(npz({"vectors": TABLE.vectors}), id="without most columns"),
        pytest.param(npz({k: v for k, v in columns().items() if k != "region"}), id="without one column"),
        pytest.param(npz({k: v for k, v in columns().items() if k != "version"}), id="of no version"),
        pytest.param(npz(columns(version=np.array("features of last year"))), id="of other features"),
        pytest.param(npz(columns(person=TABLE.person[1:])), id="a column one release short"),
        pytest.param(npz(columns(sex=np.array([object()] * 40))), id="objects, which could run code"),
    ],
)
def test_no_other_file_is_taken_for_a_table(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "table.npz").write_bytes(content)
    with pytest.raises(BadInput, match="table"):
        read_table(tmp_path / "table.npz")


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadInput, match="table"):
        read_table(Path("no such file"))


def test_a_part_holds_its_rows_alone() -> None:
    parts = [TABLE.of(part) for part in Part]
    assert [len(part) for part in parts] == [8, 16, 8, 8]
    assert all(set(table.part) == {part} for table, part in zip(parts, Part, strict=True))
    assert sorted(np.concatenate([part.person for part in parts])) == sorted(TABLE.person)


def test_joined_tables_keep_their_order() -> None:
    rows = np.arange(len(TABLE)) < 13
    same(joined([TABLE.take(rows), TABLE.take(np.zeros(40, dtype=bool)), TABLE.take(~rows)]), TABLE)


def of_violence(*outcomes: Outcome) -> Table:
    """As many releases as there are outcomes."""
    table = TABLE.take(np.arange(len(TABLE)) < len(outcomes))
    return replace(
        table, outcomes=np.array([[Outcome.OPEN, Outcome.OPEN, each] for each in outcomes], np.int8)
    )


YES, NO, OPEN = Outcome.HAPPENED, Outcome.DID_NOT_HAPPEN, Outcome.OPEN


def test_what_is_open_is_neither_known_nor_happened() -> None:
    table = of_violence(YES, NO, OPEN)
    assert table.known(Harm.VIOLENCE).tolist() == [True, True, False]
    assert table.happened(Harm.VIOLENCE).tolist() == [True, False, False]
    assert not table.known(Harm.ORDER_BREACH).any()


def test_the_decided_rows_leave_out_what_is_open() -> None:
    table = of_violence(YES, OPEN, NO, YES, NO)
    same(table.decided(Harm.VIOLENCE, 2), table.take(np.array([True, False, True, True, True])))


@pytest.mark.parametrize(
    "outcomes",
    [
        pytest.param((YES, NO, NO, NO), id="happened once"),
        pytest.param((YES, YES, YES, NO), id="did not happen once"),
        pytest.param((YES, NO, OPEN, OPEN), id="most of it open"),
        pytest.param((), id="nobody"),
    ],
)
def test_a_harm_with_too_few_of_either_is_named(outcomes: tuple[Outcome, ...]) -> None:
    with pytest.raises(BadInput, match="violence: happened in"):
        of_violence(*outcomes, *[OPEN] * (not outcomes)).decided(Harm.VIOLENCE, 2)


def test_columns_of_different_lengths_are_no_table() -> None:
    with pytest.raises(ValueError, match="one element a release"):
        replace(TABLE, sex=TABLE.sex[:-1])
