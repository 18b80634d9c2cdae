"""The command line, as somebody at a terminal meets it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import EXAMPLES, QUIET, S21, THAT_DAY, Run, changed


def test_the_home_of_the_protected_partner_is_stopped_and_the_officer_is_told_why(run: Run) -> None:
    status, out, _ = run("check", S21, "--at", THAT_DAY)
    assert status == 10
    assert "VERDICT: FLAGS RAISED" in out
    assert "STOP - Protected person lives at the proposed address [RO-ADDR-01]" in out
    for label in (
        "Why:",
        "Evidence:",
        "What to do:",
        "Who decides:",
        "By when:",
        "Tell:",
        "Do not disclose:",
    ):
        assert label in out
    assert "[PROC-SCR-01]" in out


def test_resettlement_staff_are_told_not_to_use_it_and_nothing_of_whose_home_it_is(run: Run) -> None:
    status, out, _ = run("check", S21, "--role", "resettlement_staff", "--at", THAT_DAY)
    assert status == 10
    assert "STOP - This address cannot be used. Speak to the responsible officer." in out
    assert "A responsible officer must decide any address or referral for this person." in out
    for hidden in ("Ms K", "Foundry", "RO-ADDR", "restraining", "partner", "protect"):
        assert hidden not in out


def test_json_says_the_same(run: Run) -> None:
    status, out, _ = run("check", S21, "--format", "json", "--at", THAT_DAY)
    shown = json.loads(out)
    assert (status, shown["verdict"]) == (10, "flags_raised")
    assert shown["flags"][0]["code"] == "RO-ADDR-01"
    assert shown["flags"][0]["findings"][0]["evidence"]


def fresh(content: dict[str, Any]) -> None:
    """Ask now, of sources that answered just now, about a release in nine days."""
    now = datetime.now(UTC).replace(microsecond=0)
    content["as_of"] = now.isoformat()
    for coverage in content["coverage"].values():
        coverage.update(asked_at=now.isoformat(), watermark=now.isoformat())
    content["place_knowledge"]["coverage"].update(asked_at=now.isoformat(), watermark=now.isoformat())


def forty_days_ago(content: dict[str, Any]) -> None:
    """Ask as of a day long past, so that the answer has expired whenever the test runs."""
    then = (datetime.now(UTC) - timedelta(days=40)).isoformat()
    content["as_of"] = then
    for coverage in content["coverage"].values():
        coverage.update(asked_at=then, watermark=then)


def without(source: str) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        fresh(content)
        del content["coverage"][source]

    return change


@pytest.mark.parametrize(
    ("source", "change", "role", "expected"),
    [
        pytest.param(S21, fresh, "responsible_officer", 10, id="flags are raised"),
        pytest.param(QUIET, fresh, "responsible_officer", 0, id="nothing is found and everything was asked"),
        pytest.param(
            QUIET,
            without("protective_orders"),
            "responsible_officer",
            20,
            id="nothing is found, orders were not asked",
        ),
        pytest.param(
            QUIET, fresh, "resettlement_staff", 20, id="staff are never told that nothing was found"
        ),
        pytest.param(
            QUIET, forty_days_ago, "responsible_officer", 20, id="an answer of another day has expired"
        ),
    ],
)
def test_the_exit_status_says_what_was_found(
    run: Run, tmp_path: Path, source: Path, change: Callable[[dict[str, Any]], None], role: str, expected: int
) -> None:
    path = changed(tmp_path, change, source)
    assert run("check", path, "--role", role)[0] == expected


CANARY = "ZX-CANARY-77"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param(
            lambda c: c["person"].update(noms_number=CANARY), "person.noms_number", id="a wrong number"
        ),
        pytest.param(lambda c: c.update({"surprise": CANARY}), "holds a field", id="a field nobody knows"),
        pytest.param(
            lambda c: c["enquiry"].update(release_date=CANARY), "enquiry.release_date", id="no date"
        ),
        pytest.param(lambda c: c.pop("person"), "person", id="nobody to ask about"),
        pytest.param(
            lambda c: c["records"]["convictions"][0].update(offence_code=None),
            "records.convictions.0.offence_code",
            id="a conviction without an offence",
        ),
    ],
)
def test_bad_input_names_the_field_and_never_the_value(
    run: Run, tmp_path: Path, change: Callable[[dict[str, Any]], object], field: str
) -> None:
    status, out, err = run("check", changed(tmp_path, change))
    assert status == 2
    assert field in err
    assert CANARY not in out + err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check", "no-such-file.json"), id="no such file"),
        pytest.param(("check", EXAMPLES), id="a folder"),
        pytest.param(("check", S21, "--role", "auditor"), id="a role that reads no assessment"),
        pytest.param(("check", S21, "--at", "yesterday"), id="no moment"),
        pytest.param(("check", S21, "--at", "2026-11-22T12:00:00"), id="a moment without offset"),
        pytest.param(("rules", "NONE-00"), id="no such rule"),
        pytest.param(("import",), id="nothing to import"),
        pytest.param(("token", "--role", "auditor"), id="a token outside development"),
        pytest.param(("frobnicate",), id="no such command"),
    ],
)
def test_a_wrong_command_ends_with_a_sentence_and_status_2(run: Run, arguments: tuple[object, ...]) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert err.strip()
    assert "Traceback" not in err


def test_an_answer_that_cannot_be_recorded_is_not_shown(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "riskflag.sqlite3").write_text("no database, but something somebody put there")
    status, out, err = run("check", S21, "--at", THAT_DAY)
    assert (status, out) == (3, "")
    assert err.strip()
    assert "Traceback" not in err


def test_the_rulebook_is_listed_and_each_rule_described(run: Run) -> None:
    status, listed, _ = run("rules")
    assert status == 0
    assert "RO-ADDR-01" in listed
    status, described, _ = run("rules", "ro-addr-01")
    assert status == 0
    assert "What it flags:" in described
    assert "Example, raised:" in described


def test_the_schema_of_a_case_file_is_json_schema(run: Run) -> None:
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_importing_twice_is_importing_once(run: Run) -> None:
    assert run("import", S21, QUIET)[:2] == (0, "2 case files loaded\n")
    assert run("import", S21, QUIET)[:2] == (0, "2 case files loaded\n")


def test_answers_are_dated_to_now_in_development_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("import", "--as-if-asked-now", S21)[0] == 2
    monkeypatch.setenv("RISKFLAG_ENVIRONMENT", "development")
    assert run("import", "--as-if-asked-now", S21)[0] == 0


def test_a_bad_file_among_several_loads_none(run: Run, tmp_path: Path) -> None:
    bad = changed(tmp_path, lambda c: c.pop("person"))
    assert run("import", S21, bad)[0] == 2


def test_a_development_token_is_printed_in_development(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RISKFLAG_ENVIRONMENT", "development")
    status, out, _ = run("token", "--role", "responsible_officer")
    assert status == 0
    assert out.count(".") == 2


def test_the_database_is_brought_to_this_version_twice_over(run: Run) -> None:
    assert run("database", "upgrade")[0] == 0
    assert run("database", "upgrade")[0] == 0
