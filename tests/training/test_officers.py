"""What officers decided on flags is an outcome as proof is: after the release, in time, and never a flag alone."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.decisions import FlagDecision
from riskflag.errors import BadInput
from riskflag.vocabulary import HarmFamily
from tests.training.extracts import SECRET, problems, write_four
from training.extract_checks import check_extract
from training.officers import (
    COLUMNS,
    COUNTS_AS,
    DECISIONS,
    NOT_BY_THE_PERSON,
    OfficerDecision,
    read_decisions,
    with_decisions,
)
from training.table import Outcome

RELEASED = date(2022, 1, 10)
FOLLOWED_TO = date(2026, 10, 31)
DAY = timedelta(days=1)
END = RELEASED + timedelta(days=OUTCOMES[Harm.DOMESTIC_ABUSE].within_days)
CONFIRMED, DENIED, ACTED = (
    FlagDecision.CONFIRMED,
    FlagDecision.NOT_APPLICABLE,
    FlagDecision.ACTION_TAKEN,
)
NOTHING_PROVED = dict.fromkeys(Harm, Outcome.DID_NOT_HAPPEN)


def decision(
    on: date = RELEASED + DAY,
    said: FlagDecision = CONFIRMED,
    *families: HarmFamily,
    code: str = "DA-HIST-01",
) -> OfficerDecision:
    kinds = frozenset(families or (HarmFamily.DOMESTIC_ABUSE,))
    return OfficerDecision(2, "1.json", on, code, kinds, said)


def counted(*decisions: OfficerDecision, followed_to: date = FOLLOWED_TO) -> set[Harm]:
    """The harms that count as having happened, where nothing was proved."""
    found = with_decisions(NOTHING_PROVED, decisions, RELEASED, followed_to)
    return {harm for harm, outcome in found.items() if outcome is Outcome.HAPPENED}


ABUSE = {Harm.DOMESTIC_ABUSE}


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param([], set(), id="nobody decided anything"),
        pytest.param([decision()], ABUSE, id="confirmed on the day after the release"),
        pytest.param([decision(END)], ABUSE, id="confirmed on the last day"),
        pytest.param([decision(RELEASED)], set(), id="on the day of the release: that morning knew it"),
        pytest.param([decision(RELEASED - 30 * DAY)], set(), id="before the release"),
        pytest.param([decision(END + DAY)], set(), id="too late"),
        pytest.param([decision(said=DENIED)], set(), id="not applicable is the negative"),
        pytest.param([decision(said=ACTED)], set(), id="that something was done confirms nothing"),
        pytest.param([decision(), decision(RELEASED + 9 * DAY, DENIED)], set(), id="denied later"),
        pytest.param([decision(said=DENIED), decision(RELEASED + 9 * DAY)], ABUSE, id="confirmed later"),
        pytest.param([decision(), decision(said=DENIED)], set(), id="both on one day"),
        pytest.param([decision(), decision(RELEASED + 9 * DAY, ACTED)], ABUSE, id="acted on later"),
        pytest.param(
            [decision(), decision(said=DENIED, code="DA-HIST-02")], ABUSE, id="another flag was denied"
        ),
        pytest.param([decision(), decision(END + DAY, DENIED)], ABUSE, id="denied when it no longer counts"),
        pytest.param(
            [decision(RELEASED + DAY, CONFIRMED, HarmFamily.PUBLIC)], {Harm.VIOLENCE}, id="harm to the public"
        ),
        pytest.param(
            [decision(RELEASED + DAY, CONFIRMED, HarmFamily.DOMESTIC_ABUSE, HarmFamily.STAFF)],
            {Harm.DOMESTIC_ABUSE, Harm.VIOLENCE},
            id="a flag of two harms",
        ),
        pytest.param(
            [decision(RELEASED + DAY, CONFIRMED, HarmFamily.DOMESTIC_ABUSE, HarmFamily.PROCESS_GAP)],
            set(),
            id="a flag about what was not done",
        ),
        pytest.param(
            [decision(RELEASED + DAY, CONFIRMED, HarmFamily.PERSON_AS_VICTIM, HarmFamily.PUBLIC)],
            set(),
            id="harm to the person",
        ),
        pytest.param([decision(RELEASED + DAY, CONFIRMED, HarmFamily.CHILDREN)], set(), id="no harm of ours"),
    ],
)
def test_what_an_officer_confirmed_counts_as_proof_does(
    decisions: list[OfficerDecision], expected: set[Harm]
) -> None:
    assert counted(*decisions) == expected


def test_what_was_decided_after_the_records_end_does_not_count() -> None:
    assert counted(decision(RELEASED + 9 * DAY), followed_to=RELEASED + 8 * DAY) == set()


ANY = st.builds(
    decision,
    st.dates(RELEASED - 900 * DAY, RELEASED + 900 * DAY),
    st.sampled_from(FlagDecision),
    st.sampled_from(HarmFamily),
    code=st.sampled_from(["A-1", "B-1"]),
)
PROVED = st.fixed_dictionaries({harm: st.sampled_from(Outcome) for harm in Harm})


@given(st.lists(ANY, max_size=6), PROVED)
def test_no_decision_takes_proof_back_or_closes_what_is_open(
    decisions: list[OfficerDecision], proved: dict[Harm, Outcome]
) -> None:
    found = with_decisions(proved, decisions, RELEASED, FOLLOWED_TO)
    for harm, outcome in proved.items():
        if outcome is not Outcome.DID_NOT_HAPPEN:
            assert found[harm] is outcome
        else:
            assert found[harm] is not Outcome.OPEN


@given(st.lists(ANY, max_size=6))
def test_nothing_counts_that_nobody_confirmed(decisions: list[OfficerDecision]) -> None:
    unconfirmed = [
        replace(each, decision=ACTED) if each.decision is CONFIRMED else each for each in decisions
    ]
    assert counted(*unconfirmed) == set()
    assert Harm.ORDER_BREACH not in counted(*decisions)


def test_every_harm_says_what_counts_as_it_and_none_is_about_what_was_not_done() -> None:
    assert set(COUNTS_AS) == set(Harm)
    assert all(families.isdisjoint(NOT_BY_THE_PERSON) for families in COUNTS_AS.values())


ROW = ["1.json", "2022-03-01", "DA-HIST-01", "domestic_abuse public", "confirmed"]


def write(folder: Path, *rows: Iterable[str], headings: Iterable[str] = COLUMNS) -> Path:
    with (folder / DECISIONS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return folder


def test_a_row_is_read_as_what_was_decided(tmp_path: Path) -> None:
    (found,), wrong = read_decisions(write(tmp_path, ROW))
    families = frozenset({HarmFamily.DOMESTIC_ABUSE, HarmFamily.PUBLIC})
    assert found == OfficerDecision(2, "1.json", date(2022, 3, 1), "DA-HIST-01", families, CONFIRMED)
    assert wrong == []


@pytest.mark.parametrize(
    ("column", "cell", "rule"),
    [
        pytest.param("case", f"{SECRET}.json", "must be a running number and .json", id="a name for a case"),
        pytest.param("case", "99.json", "must name a case that follow_up.csv names", id="no case of ours"),
        pytest.param("decided_on", "01/03/2022", "must be a real date", id="a day written otherwise"),
        pytest.param("decided_on", SECRET, "must be a real date", id="no day"),
        pytest.param("code", SECRET, "must be the code of a rule", id="words for a code"),
        pytest.param("harm_families", SECRET, "must be kinds of harm", id="no kinds of harm"),
        pytest.param("harm_families", "", "must be kinds of harm", id="none at all"),
        pytest.param("decision", "approved", "must be one of: confirmed", id="what is decided of no flag"),
    ],
)
def test_a_cell_that_is_wrong_is_told_by_its_column_and_not_repeated(
    tmp_path: Path, column: str, cell: str, rule: str
) -> None:
    folder = write_four(tmp_path)
    wrong = [cell if name == column else held for name, held in zip(COLUMNS, ROW, strict=True)]
    write(folder, ROW, wrong)
    with pytest.raises(BadInput) as refused:
        check_extract(folder, decisions=True)
    ((where, said),) = refused.value.problems.items()
    assert where == f"decisions.csv, row 3, {column}"
    assert said.startswith(rule)
    assert "Xanthippe" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "where", "rule"),
    [
        pytest.param(None, "decisions.csv", "is not there, or cannot be read", id="no file"),
        pytest.param(b"\xff\xfe", "decisions.csv", "is not CSV in UTF-8", id="another encoding"),
        pytest.param(b"", "decisions.csv, row 1", "must have the columns", id="an empty file"),
        pytest.param(b"case,name\n", "decisions.csv, row 1", "must have the columns", id="other columns"),
        pytest.param(
            f"{','.join(COLUMNS)}\n1.json,{SECRET}\n".encode(),
            "decisions.csv, row 2",
            "must have a cell for each column",
            id="cells too few",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of(
    tmp_path: Path, content: bytes | None, where: str, rule: str
) -> None:
    folder = write_four(tmp_path)
    if content is not None:
        (folder / DECISIONS).write_bytes(content)
    with pytest.raises(BadInput) as refused:
        check_extract(folder, decisions=True)
    assert refused.value.problems[where].startswith(rule)


def test_where_they_are_not_learned_from_the_file_is_not_looked_at(tmp_path: Path) -> None:
    folder = write_four(tmp_path)
    (folder / DECISIONS).write_bytes(b"\xff")
    assert check_extract(folder)


def test_what_is_wrong_with_it_is_told_with_all_else(tmp_path: Path) -> None:
    folder = write(write_four(tmp_path), [*ROW[:4], SECRET])
    (folder / "cases" / "1.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        check_extract(folder, decisions=True)
    assert {"decisions.csv, row 2, decision"} < set(refused.value.problems)
    assert all(where.startswith("cases/1.json") for where in problems(folder))
