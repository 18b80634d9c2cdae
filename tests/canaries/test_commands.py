"""No canary is said on the command line to whoever may not see it, nor lies in what the commands leave behind."""

import json
import tempfile
from pathlib import Path

import pytest

from riskflag.casebook import NOW
from riskflag.importers.plain import plain
from riskflag.service import open_service
from tests.api.world import dict_of
from tests.canaries.forms import CANARIES, found
from tests.canaries.places import HELD, QUESTION, on_the_disk, seed
from tests.keys import settings_in
from tests.sqlite_copies import make_sqlite
from tests.terminal import S21, Run, changed

SECRET = CANARIES[0]
HERS = {"text": SECRET.text, "uprn": SECRET.address.uprn, "postcode": SECRET.postcode}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with canaries, and nowhere else for temporary files."""
    folder = tmp_path / "home"
    settings = settings_in(tmp_path, f"sqlite:///{folder}/riskflag.sqlite3")
    make_sqlite(settings.database_url)
    service = open_service(settings, lambda: NOW)
    seed(service)
    service.close()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """A case file in which she lives at a canary."""
    return changed(
        tmp_path, lambda content: content["records"]["protected_places"][0]["address"].update(HERS)
    )


@pytest.mark.parametrize("layout", ["text", "json"])
def test_staff_are_not_told(run: Run, home: Path, case_file: Path, layout: str) -> None:
    assert found({"file": case_file.read_bytes()})
    status, out, err = run("check", case_file, "--role", "resettlement_staff", "--format", layout, "--full")
    assert status in (0, 10, 20), err
    assert found({"out": out.encode(), "err": err.encode(), **on_the_disk(home)}) == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("audit", "verify"), id="checking the audit"),
        pytest.param(("audit", "head"), id="signing its head"),
        pytest.param(("audit", "public-key"), id="its public key"),
        pytest.param(("database", "upgrade"), id="upgrading"),
        pytest.param(("database", "reseal"), id="sealing anew"),
        pytest.param(("database", "backup", "COPY"), id="backing up"),
        pytest.param(("rules",), id="the rules"),
        pytest.param(("schema",), id="the schema"),
        pytest.param(("check", "--role", SECRET.text, "x"), id="a role of that name"),
        pytest.param(("check", SECRET.text), id="a file of that name"),
        pytest.param(("rules", SECRET.text), id="a rule of that name"),
        pytest.param(("import", S21, "--person", SECRET.text), id="a person of that name"),
    ],
)
def test_no_command_says_it_or_writes_it_down(
    run: Run, home: Path, tmp_path: Path, arguments: tuple[object, ...]
) -> None:
    copy = home / "copy"
    _, out, err = run(*(copy if each == "COPY" else each for each in arguments))
    assert out + err
    # What somebody typed themselves is theirs to read; nobody else sees the terminal, and it goes nowhere else.
    terminal = {} if SECRET.text in map(str, arguments) else {"out": out.encode(), "err": err.encode()}
    assert found({**terminal, **on_the_disk(home)}) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({SECRET.text: 1}, id="a field of that name"),
        pytest.param({"person": {"name": SECRET.text, SECRET.text: 1}}, id="a person"),
        pytest.param([SECRET.text], id="a list"),
        pytest.param({"enquiry": {**dict_of(QUESTION), "purpose": SECRET.text}}, id="an enquiry"),
        pytest.param({"records": plain(HELD.dossier.records)}, id="records in a list"),
    ],
)
@pytest.mark.parametrize("command", ["check", "import"])
def test_a_file_that_cannot_be_read_is_not_repeated(
    run: Run, home: Path, tmp_path: Path, command: str, content: object
) -> None:
    file = tmp_path / "wrong.json"
    for written in (json.dumps(content), json.dumps(content, ensure_ascii=False), json.dumps(content)[:-1]):
        file.write_text(written)
        status, out, err = run(command, file)
        assert status == 2
        assert found({"out": out.encode(), "err": err.encode(), **on_the_disk(home)}) == []
