"""One path: what the terminal says of a case file, the web service says once the file has been loaded."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from riskflag.cli import main
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.importers.plain import plain
from riskflag.service import PersonNumbers, now, open_service
from riskflag.settings import load_settings
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import Role
from tests.api.world import OFFICER, STAFF, Clock, World, dict_of, json_of

EXAMPLES = Path(__file__).parents[1] / "examples"
FILES = sorted(EXAMPLES.glob("*.json"))
FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
ROLE = pytest.mark.parametrize("role", [OFFICER, STAFF])
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in a home of its own; what it prints."""
    monkeypatch.setenv("RISKFLAG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RISKFLAG_ENVIRONMENT", "development")

    def _run(*arguments: object) -> str:
        with pytest.raises(SystemExit):
            main([str(argument) for argument in arguments])
        return capsys.readouterr().out

    return _run


def served(case: CaseFile) -> World:
    """The web service over the home of the command line, at the moment of the case's question."""
    settings, clock = load_settings(), Clock()
    clock.moment = case.dossier.as_of
    service = open_service(settings, clock)
    app = create_app(settings, service, clock=clock)
    return World(app, service, settings, clock, reader=DEVELOPMENT_READER)


def over_http(world: World, case: CaseFile, role: Role) -> dict[str, Any]:
    """The answer to the case's question about the person who was loaded."""
    numbers = plain(PersonNumbers.of(case.dossier.person))
    person_id = json_of(world.ask("POST", "/people/find", numbers, role))["person_id"]
    path = f"/people/{person_id}/{case.enquiry.kind.value}-enquiries"
    answer = world.ask("POST", path, dict_of(case.enquiry), role)
    assert answer.status_code == 201
    assert world.ask("GET", answer.headers["Location"], role=role).json == answer.json
    return json_of(answer)


def without_what_says_nothing(value: object) -> object:
    """A value without fields that are empty, which the terminal leaves out."""
    if isinstance(value, dict):
        return {k: without_what_says_nothing(v) for k, v in value.items() if v not in (None, [], "")}
    return [without_what_says_nothing(each) for each in value] if isinstance(value, list) else value


@FILE
@ROLE
def test_the_web_says_what_the_terminal_says(run: Run, path: Path, role: Role) -> None:
    case = read_case_file(path.read_bytes(), now())
    moment = case.dossier.as_of.isoformat()
    printed = json.loads(run("check", path, "--role", role.value, "--format", "json", "--at", moment))
    assert run("import", path) == "1 case file loaded\n"
    world = served(case)
    try:
        answered = over_http(world, case, role)
    finally:
        world.service.close()
    assert without_what_says_nothing(answered) == without_what_says_nothing(printed)


def test_loaded_together_nobody_s_records_are_another_s(run: Run) -> None:
    alone = {}
    for path in FILES:
        run("import", path)
        case = read_case_file(path.read_bytes(), now())
        world = served(case)
        alone[path.stem] = codes(over_http(world, case, OFFICER))
        world.service.close()
    latest = {read_case_file(path.read_bytes(), now()).dossier.person: path for path in FILES}
    run("import", *FILES)
    for path in latest.values():
        case = read_case_file(path.read_bytes(), now())
        world = served(case)
        together = codes(over_http(world, case, OFFICER))
        world.service.close()
        assert alone[path.stem] <= together, path.stem


def codes(answer: dict[str, Any]) -> set[str]:
    """The codes of the flags in an answer."""
    return {flag["code"] for flag in answer["flags"]}


@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: path.stem)
def test_loading_a_file_twice_changes_no_answer(run: Run, path: Path) -> None:
    case = read_case_file(path.read_bytes(), now())
    answers = []
    for _ in range(2):
        run("import", path)
        world = served(case)
        answers.append(over_http(world, case, OFFICER))
        world.service.close()
    assert answers[0] == answers[1]
