"""``riskflag decisions export`` as somebody at a terminal meets it: decisions by case, and nobody's name."""

import csv
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, HER, HIM, Case, case
from riskflag.decisions import DecisionWord
from riskflag.importers.case_file import CaseFile, write_case_file
from riskflag.persistence.engine import make_engine
from riskflag.records import Person
from riskflag.service import Service
from riskflag.settings import load_settings
from riskflag.upkeep.decisions import COLUMNS
from tests.decided import ACT, INFORM, REFUSED, STOP, TO_DECIDE, on_flag
from tests.dialects import unguarded
from tests.keys import VAULT
from tests.persistence.rows import rows
from tests.service.world import OFFICER, Clock, put, service_of
from tests.sqlite_copies import make_sqlite
from tests.terminal import Run
from training import officers

SECRET = "seen at the school"


@dataclass
class Held:
    """A database in which officers decided, and a folder for the cases of an extract."""

    service: Service
    engine: Engine
    clock: Clock
    cases: Path

    def decided(self, who: Person, *said: tuple[str, DecisionWord]) -> None:
        """An answer about somebody, and what was decided on its flags, a day apart."""
        answer = self.service.enquire(put(self.service, case(person=who)), ASKED, OFFICER)
        for code, word in said:
            self.service.deciding.record(answer.id, on_flag(code, word, SECRET), OFFICER)
            self.clock.moment += timedelta(days=1)
        self.service.deciding.record(answer.id, REFUSED, OFFICER)

    def write(self, number: int, who: Person) -> None:
        """A case of an extract."""
        given: Case = case(person=who)
        text_ = write_case_file(CaseFile(None, given.dossier, given.enquiry, given.place))
        (self.cases / f"{number}.json").write_text(text_, encoding="utf-8")


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Iterator[Held]:
    url = load_settings().database_url
    make_sqlite(url)
    engine, clock, cases = make_engine(url, VAULT), Clock(), tmp_path / "extract" / "cases"
    cases.mkdir(parents=True)
    yield Held(service_of(engine, clock, TO_DECIDE), engine, clock, cases)
    engine.dispose()


def exported(run: Run, held: Held, out: Path) -> tuple[list[list[str]], str]:
    status, told, wrong = run("decisions", "export", "--cases", held.cases, "--out", out)
    assert (status, wrong) == (0, "")
    with closing(out.open(encoding="utf-8", newline="")) as file:
        return list(csv.reader(file)), told


CONFIRMED, DENIED, ACTED = DecisionWord.CONFIRMED, DecisionWord.NOT_APPLICABLE, DecisionWord.ACTION_TAKEN


def test_what_counts_on_each_flag_is_written_by_the_name_of_the_case(
    run: Run, held: Held, tmp_path: Path
) -> None:
    held.decided(HIM, (STOP, CONFIRMED), (STOP, DENIED), (ACT, ACTED), (INFORM, CONFIRMED))
    held.decided(HER, (STOP, CONFIRMED))
    for number, who in ((1, HIM), (2, HER), (10, HIM)):
        held.write(number, who)
    found, told = exported(run, held, tmp_path / "decisions.csv")
    his = [
        ["2026-11-23", STOP, "process_gap", "not_applicable"],
        ["2026-11-24", ACT, "process_gap", "action_taken"],
        ["2026-11-25", INFORM, "process_gap", "confirmed"],
    ]
    hers = ["2.json", "2026-11-26", STOP, "process_gap", "confirmed"]
    expected = [*(["1.json", *row] for row in his), hers, *(["10.json", *row] for row in his)]
    assert found == [list(COLUMNS), *expected]
    assert told.endswith("7 decisions on flags, of 3 cases\n")


def test_nobody_is_named_and_no_reason_told(run: Run, held: Held, tmp_path: Path) -> None:
    held.decided(HIM, (STOP, CONFIRMED))
    held.write(1, HIM)
    _, told = exported(run, held, tmp_path / "decisions.csv")
    written = told + (tmp_path / "decisions.csv").read_text()
    words = (HIM.name, HIM.noms_number, HIM.pnc_number, SECRET, OFFICER.name, "P. Officer", "refused")
    assert [word for word in words if word and word in written] == []
    assert (tmp_path / "decisions.csv").stat().st_mode & 0o777 == 0o600


def test_that_it_was_taken_out_is_recorded(run: Run, held: Held, tmp_path: Path) -> None:
    held.write(1, HIM)
    exported(run, held, tmp_path / "decisions.csv")
    last = rows(held.engine, "audit_entry")[-1]
    said = (last["actor"], last["role"], last["action"], last["person_id"], last["detail"])
    assert said == ("command line", "auditor", "decisions_exported", None, "1 cases")
    assert run("audit", "verify")[0] == 0


def test_it_can_be_learned_from_as_it_is_written(run: Run, held: Held, tmp_path: Path) -> None:
    held.decided(HIM, (STOP, CONFIRMED), (ACT, DENIED))
    held.write(1, HIM)
    exported(run, held, held.cases.parent / officers.DECISIONS)
    decisions, wrong = officers.read_decisions(held.cases.parent)
    assert wrong == []
    assert [(each.case, each.code, each.decision) for each in decisions] == [
        ("1.json", STOP, "confirmed"),
        ("1.json", ACT, "not_applicable"),
    ]
    assert officers.COLUMNS == COLUMNS


def test_cases_of_nobody_who_is_held_and_answers_that_cannot_be_read_are_counted(
    run: Run, held: Held, tmp_path: Path
) -> None:
    held.decided(HIM, (STOP, CONFIRMED))
    held.decided(HER, (STOP, CONFIRMED))
    held.write(1, HIM)
    held.write(2, HER)
    held.write(3, replace(HIM, noms_number=None, pnc_number=None, case_reference_number=None))
    damaged = rows(held.engine, "decision")[0]["assessment_id"]
    with held.engine.begin() as connection:
        unguarded(connection, "decision")
        connection.execute(
            text("UPDATE decision SET body = x'00' WHERE assessment_id = :of"), {"of": damaged}
        )
    found, told = exported(run, held, tmp_path / "decisions.csv")
    assert [row[0] for row in found[1:]] == ["2.json"]
    assert "1 more cases are of nobody who is held" in told
    assert "1 answers are left out" in told


def nothing(cases: Path) -> None:
    """Leaves the folder empty."""


def a_name(cases: Path) -> None:
    (cases / "Somebody Special.json").write_text("{}")


def no_case(cases: Path) -> None:
    (cases / "1.json").write_text('{"person": "Somebody Special"}')


def no_folder(cases: Path) -> None:
    cases.rmdir()


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        pytest.param(nothing, "--cases: holds no case file", id="an empty folder"),
        pytest.param(a_name, "--cases: file 1 must be called by a running number", id="a name for a file"),
        pytest.param(no_case, "1.json: is no case file, or cannot be read", id="something else"),
        pytest.param(no_folder, "--cases: is no folder, or cannot be read", id="no folder"),
    ],
)
def test_what_is_wrong_is_said_without_what_anybody_wrote(
    run: Run, held: Held, tmp_path: Path, prepare: Callable[[Path], None], said: str
) -> None:
    prepare(held.cases)
    out = tmp_path / "decisions.csv"
    status, _, wrong = run("decisions", "export", "--cases", held.cases, "--out", out)
    assert (status, "Somebody" in wrong) == (2, False)
    assert wrong.startswith(said)
    assert not out.exists()


def test_a_file_that_is_there_is_not_written_over(run: Run, held: Held, tmp_path: Path) -> None:
    held.write(1, HIM)
    (tmp_path / "decisions.csv").write_text("kept")
    status, _, wrong = run("decisions", "export", "--cases", held.cases, "--out", tmp_path / "decisions.csv")
    assert (status, wrong) == (2, "--out: names a file that is there already\n")
    assert (tmp_path / "decisions.csv").read_text() == "kept"
