"""A message as mail: whole or not there, once, for its owner's eyes, and without a word of what it is about."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from riskflag.casebook import NOW
from riskflag.sending.envelope import Envelope, NotSent
from riskflag.sending.mail import MailFolder
from riskflag.vocabulary import AssessmentId, PersonId

OFFICERS = ("p.officer", "officer@justice.example")
MESSAGE = Envelope("m" * 32, "screened", NOW, PersonId("p" * 32), AssessmentId("a" * 32), OFFICERS)


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_each_officer_gets_one_that_says_where_to_look(tmp_path: Path) -> None:
    folder = tmp_path / "mail" / "out"
    assert MailFolder(folder, "https://riskflag.example").send(MESSAGE, NOW) is None
    read = [message_from_bytes(each.read_bytes(), policy=default) for each in files(folder)]
    by_account = {each["X-Riskflag-Account"]: each for each in read}
    assert set(by_account) == set(OFFICERS)
    assert by_account["officer@justice.example"]["To"] == "officer@justice.example"
    assert "officer" not in by_account["p.officer"]["To"]
    for each in read:
        assert "https://riskflag.example/desk/answers/" + "a" * 32 in each.get_content()
        assert each["Message-ID"] == f"<{MESSAGE.id}@riskflag.invalid>"


def test_they_are_for_their_owner_alone_and_no_name_of_a_file_names_anybody(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    MailFolder(folder).send(MESSAGE, NOW)
    assert {each.stat().st_mode & 0o777 for each in files(folder)} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.suffix for each in files(folder)} == {".eml"}
    assert "officer" not in "".join(each.name for each in files(folder))


def test_the_same_message_is_not_put_there_twice(tmp_path: Path) -> None:
    for moment in (NOW, NOW.replace(hour=23)):
        MailFolder(tmp_path).send(MESSAGE, moment)
    assert len(files(tmp_path)) == len(OFFICERS)


def test_what_another_left_half_written_is_in_nobodys_way(tmp_path: Path) -> None:
    MailFolder(tmp_path).send(MESSAGE, NOW)
    whole = [each.read_bytes() for each in files(tmp_path)]
    for each in files(tmp_path):
        each.rename(each.with_name(f".{each.stem}-1.draft"))
    MailFolder(tmp_path).send(MESSAGE, NOW)
    assert [each.read_bytes() for each in files(tmp_path) if each.suffix == ".eml"] == whole


@pytest.mark.parametrize(
    ("message", "prepare", "expected"),
    [
        pytest.param(replace(MESSAGE, officers=()), Path.mkdir, NotSent.NOBODY_TO_TELL, id="on no caseload"),
        pytest.param(MESSAGE, Path.touch, NotSent.NOT_WRITTEN, id="a file where the folder should be"),
    ],
)
def test_what_cannot_be_put_there_is_not_sent(
    tmp_path: Path, message: Envelope, prepare: object, expected: NotSent
) -> None:
    folder = tmp_path / "mail"
    assert callable(prepare)
    prepare(folder)
    assert MailFolder(folder).send(message, NOW) is expected
