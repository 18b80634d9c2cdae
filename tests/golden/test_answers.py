"""Whole answers read as they were kept. Where one reads otherwise, read the difference, then regenerate."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskflag.disclosure import STANDING_LINE
from riskflag.enquiry import AddressEnquiry
from riskflag.explanation import HEADLINES
from riskflag.report import WIDTH
from riskflag.service import Actor
from riskflag.vocabulary import Role, Verdict
from tests.api.world import FEED, LINKS, World, dict_of, make_world
from tests.golden.answers import AS_SENT, FOLDER, KEPT, OFFICER, STAFF, answers, as_sent, read

ANSWERS = answers()
TEXTS = [name for name in ANSWERS if name.endswith(".txt")]
FOR_STAFF = [name for name in ANSWERS if "staff" in name]
CODE = re.compile(r"\b[A-Z]{2,5}(-[A-Z]{2,5})?-[0-9]{2}\b")


@pytest.fixture
def world(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = make_world(tmp_path, tmp_path_factory.mktemp("key"))
    yield made
    made.service.close()


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_reads_as_it_was_kept(name: str) -> None:
    assert ANSWERS[name] == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", AS_SENT)
def test_over_http_it_is_the_same(world: World, name: str) -> None:
    kept = KEPT[name]
    case = read(kept.case)
    world.clock.moment = case.dossier.as_of
    world.service.put_place_register(case.place.incidents, case.place.coverage, Actor("register", FEED))
    dossier = case.dossier
    person_id = world.service.put_person(
        dossier.person, (*dossier.records, *LINKS), dossier.coverage, Actor("records", FEED)
    )
    answer = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(case.enquiry), kept.role)
    assert as_sent(answer.json) == (FOLDER / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_no_line_is_too_wide_for_a_page(name: str) -> None:
    titles = [line for line in ANSWERS[name].splitlines() if re.match(r"[0-9]+\. |- ", line)]
    long = [line for line in ANSWERS[name].splitlines() if len(line) > WIDTH and line not in titles]
    assert long == []
    assert ANSWERS[name].endswith("\n")
    assert not ANSWERS[name].endswith("\n\n")


@pytest.mark.parametrize("name", ANSWERS)
def test_nobody_is_told_that_an_address_is_safe_or_clear(name: str) -> None:
    assert not re.search(r"\b(safe|clear|all clear|low risk|no risk)\b", ANSWERS[name], re.IGNORECASE)


@pytest.mark.parametrize("name", FOR_STAFF)
def test_staff_read_whom_to_ask_and_nothing_of_whom_or_what_it_is_about(name: str) -> None:
    text, case = ANSWERS[name], read(KEPT[name.rpartition(".")[0]].case)
    assert isinstance(case.enquiry, AddressEnquiry)
    assert STANDING_LINE in " ".join(text.split())
    assert not CODE.search(text)
    people = [occupant.who.name for occupant in case.enquiry.occupants]
    places = [str(case.enquiry.address.street)] if case.enquiry.address else []
    private = [case.dossier.person.name, str(case.dossier.person.noms_number), *people, *places]
    private += [str(record.source_id) for record in case.dossier.records]
    assert [word for word in private if word in text] == []


@pytest.mark.parametrize("name", [name for name in TEXTS if "officer" in name])
def test_the_officer_reads_by_which_rule(name: str) -> None:
    assert CODE.search(ANSWERS[name])
    assert ANSWERS[name].startswith("VERDICT: ")


@pytest.mark.parametrize(
    ("name", "verdict", "complete"),
    [
        pytest.param(
            "S21-officer", Verdict.FLAGS_RAISED, False, id="her home, and nobody knows when she was born"
        ),
        pytest.param("S21-staff", Verdict.FLAGS_RAISED, False, id="her home, for staff"),
        pytest.param("S21-staff-expired", Verdict.FLAGS_RAISED, False, id="flags stand once it has expired"),
        pytest.param("S04-nothing-found-officer", Verdict.NO_FLAGS_FOUND, True, id="nothing was found"),
        pytest.param("S04-nothing-found-staff", Verdict.INCOMPLETE, False, id="of which staff are not told"),
        pytest.param("never-asked-officer", Verdict.INCOMPLETE, False, id="orders were never asked for"),
    ],
)
def test_the_verdict_stands_first(name: str, verdict: Verdict, complete: bool) -> None:
    first, second, *_ = ANSWERS[f"{name}.txt"].splitlines()
    assert first == f"VERDICT: {verdict.value.replace('_', ' ').upper()}"
    assert second == f"COMPLETE: {'yes' if complete else 'NO'}"
    words = " ".join(ANSWERS[f"{name}.txt"].split())
    assert HEADLINES[verdict, complete] in words


def test_every_role_that_reads_answers_is_kept() -> None:
    assert (
        {kept.role for kept in KEPT.values()}
        == {OFFICER, STAFF}
        == set(Role) - {Role.AUDITOR, Role.DATA_SCIENTIST, Role.RECORD_FEED}
    )
