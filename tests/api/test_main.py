"""``python -m api``: it refuses with a sentence, or says where it is and how to ask."""

import json
import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from api import __main__ as command
from api.example import EXAMPLES, printed_example
from riskflag.casebook import NOW, Case
from riskflag.errors import StoreUnavailable
from riskflag.importers.case_file import read_case_file
from riskflag.settings import Environment, TokenSettings
from tests.api.world import World, json_of

S21 = read_case_file(next(EXAMPLES.glob("S21-*.json")).read_bytes(), NOW)
CASE = Case(S21.dossier, S21.enquiry, S21.place)


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        pytest.param({"RISKFLAG_ENVIRONMENT": "production"}, "RISKFLAG_JWT_ISSUER", id="no signer of tokens"),
        pytest.param({"RISKFLAG_HOST": "192.0.2.1"}, "RISKFLAG_HOST", id="development beyond this machine"),
        pytest.param({"RISKFLAG_PORT": "0"}, "RISKFLAG_PORT", id="no such port"),
        pytest.param({"RISKFLAG_DATABASE_URL": "oracle://x"}, "RISKFLAG_DATABASE_URL", id="no such database"),
        pytest.param({}, "riskflag database upgrade", id="a database without tables"),
    ],
)
def test_it_refuses_to_start_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    variables: dict[str, str],
    named: str,
) -> None:
    monkeypatch.setattr(command, "configure_logs", lambda: None)
    monkeypatch.setattr(command, "keep_to_itself", lambda: None)
    monkeypatch.setenv("RISKFLAG_HOME", str(tmp_path))
    monkeypatch.setenv("RISKFLAG_ENVIRONMENT", "development")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == command.CANNOT_START
    said = capsys.readouterr().err
    assert said.startswith("riskflag cannot start:")
    assert named in said
    assert "Traceback" not in said


def test_it_says_where_it_is(world: World) -> None:
    said = command.check_and_greet(world.settings)
    assert said.startswith("riskflag is serving on http://127.0.0.1:8000 (development mode)\n")
    assert "http://127.0.0.1:8000/docs" in said
    assert "http://127.0.0.1:8000/desk/" in said


@pytest.mark.parametrize(
    ("host", "address"),
    [
        pytest.param("127.0.0.1", "http://127.0.0.1:8000", id="version 4"),
        pytest.param("::1", "http://[::1]:8000", id="version 6"),
        pytest.param("localhost", "http://localhost:8000", id="by name"),
    ],
)
def test_the_address_can_be_followed(world: World, host: str, address: str) -> None:
    assert f"serving on {address} " in command.greeting(replace(world.settings, host=host), "")


def test_outside_development_no_example_is_printed(world: World) -> None:
    signer = TokenSettings("issuer", "audience", "https://signer.example/keys", None)
    production = replace(world.settings, environment=Environment.PRODUCTION, tokens=signer)
    said = command.check_and_greet(production)
    assert "curl" not in said
    assert "development" not in said


def test_without_the_caseload_it_says_how_to_load_it(world: World) -> None:
    said = printed_example(world.settings, world.service, "http://127.0.0.1:8000")
    assert "import --as-if-asked-now examples/*.json" in said
    assert "curl" not in said


def test_the_example_can_be_pasted_and_is_answered(world: World) -> None:
    person_id = world.hold(CASE)
    said = printed_example(world.settings, world.service, "http://127.0.0.1:8000")
    request = re.search(r"^curl (?:.*\\\n)+.*[^\\]$", said, re.MULTILINE)
    assert request
    words = shlex.split(request[0])
    assert words[:3] == ["curl", "--fail", "--silent"]
    assert words[-1] == f"http://127.0.0.1:8000/people/{person_id}/address-enquiries"
    body = json.loads(words[words.index("--data") + 1])
    answer = world.ask("POST", words[-1].removeprefix("http://127.0.0.1:8000"), body)
    assert json_of(answer)["verdict"] == "flags_raised"


def test_the_example_makes_its_token_where_the_key_is(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.hold(CASE)
    said = printed_example(world.settings, world.service, "http://127.0.0.1:8000")
    assert "$(RISKFLAG_ENVIRONMENT=development RISKFLAG_HOME=" in said
    monkeypatch.chdir(world.settings.home.parent)
    at_home = replace(world.settings, home=Path("var").absolute())
    assert "RISKFLAG_HOME" not in printed_example(at_home, world.service, "http://127.0.0.1:8000")


def test_a_store_that_fails_costs_only_the_example(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise StoreUnavailable("the store could not be read")

    monkeypatch.setattr(type(world.service), "find_person", fail)
    assert "curl" not in printed_example(world.settings, world.service, "http://127.0.0.1:8000")
