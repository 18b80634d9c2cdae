"""Who is signed in: until they sign out, fall idle or are signed out, in every process at once."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from riskflag.casebook import NOW
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.engine import Database
from riskflag.persistence.store import open_store
from riskflag.persistence.web_sessions import WebSessionStore
from riskflag.vocabulary import Role
from tests.keys import VAULT
from tests.persistence.rows import rows

ON_BOTH_DATABASES = True

OFFICER = Actor("p.officer", Role.RESPONSIBLE_OFFICER)
AS_STAFF = Actor("p.officer", Role.RESETTLEMENT_STAFF)
OTHER = Actor("another", Role.RESPONSIBLE_OFFICER)
ADMINISTRATOR = Actor("command line", Role.AUDITOR)
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
MINUTE = timedelta(minutes=1)


def entry(
    actor: Actor = OFFICER, action: Action = Action.SIGNED_IN, after: timedelta = MINUTE * 0
) -> AuditEntry:
    return AuditEntry(NOW + after, actor, action)


@pytest.fixture
def sessions(engine: Engine) -> WebSessionStore:
    return WebSessionStore(Database(engine))


def reader(sessions: WebSessionStore, token: str, after: timedelta = MINUTE) -> Actor | None:
    return sessions.reader(token, NOW + after, IDLE, LONGEST)


def actions(engine: Engine) -> list[str]:
    return [str(row["action"]) for row in rows(engine, "audit_entry")]


def test_whoever_signed_in_is_recognised_as_who_they_are(sessions: WebSessionStore, engine: Engine) -> None:
    tokens = {each: sessions.begin(entry(each), LONGEST) for each in (OFFICER, AS_STAFF, OTHER)}
    assert len(set(tokens.values())) == 3
    assert {each: reader(sessions, token) for each, token in tokens.items()} == {
        each: each for each in tokens
    }
    assert actions(engine) == ["signed_in"] * 3


def test_what_the_browser_holds_is_not_kept(sessions: WebSessionStore, engine: Engine) -> None:
    token = sessions.begin(entry(), LONGEST)
    [row] = rows(engine, "web_session")
    assert token not in str(row)
    assert reader(sessions, str(row["key"])) is None


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "\0", "é"])
def test_what_nobody_was_given_is_nobodys(sessions: WebSessionStore, token: str) -> None:
    sessions.begin(entry(), LONGEST)
    assert reader(sessions, token) is None


@pytest.mark.parametrize(
    ("seen", "after", "recognised"),
    [
        pytest.param([], IDLE - MINUTE, True, id="back just before it is too long"),
        pytest.param([], IDLE, False, id="idle for too long"),
        pytest.param([IDLE - MINUTE], 2 * IDLE - 2 * MINUTE, True, id="seen between"),
        pytest.param([IDLE - MINUTE], 2 * IDLE - MINUTE, False, id="seen between, and then idle"),
        pytest.param([n * 29 * MINUTE for n in range(1, 25)], LONGEST - MINUTE, True, id="at it all day"),
        pytest.param(
            [n * 29 * MINUTE for n in range(1, 25)], LONGEST, False, id="at it for longer than a day's work"
        ),
        pytest.param([], -MINUTE, False, id="a clock that went back"),
    ],
)
def test_a_session_ends_by_itself(
    sessions: WebSessionStore, seen: list[timedelta], after: timedelta, recognised: bool
) -> None:
    token = sessions.begin(entry(), LONGEST)
    assert all(reader(sessions, token, each) for each in seen)
    assert reader(sessions, token, after) == (OFFICER if recognised else None)


def test_signing_out_ends_that_session_alone_and_at_once(sessions: WebSessionStore, engine: Engine) -> None:
    token, elsewhere = (sessions.begin(entry(), LONGEST) for _ in range(2))
    sessions.end(token, entry(action=Action.SIGNED_OUT))
    sessions.end(token, entry(action=Action.SIGNED_OUT))
    assert reader(sessions, token) is None
    assert reader(sessions, elsewhere) == OFFICER
    assert actions(engine) == ["signed_in", "signed_in", "signed_out"]


def test_an_account_is_signed_out_everywhere_in_every_role(sessions: WebSessionStore, engine: Engine) -> None:
    tokens = [sessions.begin(entry(each), LONGEST) for each in (OFFICER, AS_STAFF, OTHER)]
    assert sessions.end_all(OFFICER.name, entry(ADMINISTRATOR, Action.SESSIONS_ENDED)) == 2
    assert [reader(sessions, token) for token in tokens] == [None, None, OTHER]
    assert rows(engine, "audit_entry")[-1]["detail"] == "2"


def test_sessions_long_over_are_forgotten(sessions: WebSessionStore, engine: Engine) -> None:
    sessions.begin(entry(), LONGEST)
    sessions.begin(entry(after=LONGEST + MINUTE), LONGEST)
    assert len(rows(engine, "web_session")) == 1


def test_another_process_knows_of_it_at_once(sessions: WebSessionStore, engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    token = sessions.begin(entry(), LONGEST)
    with closing(open_store(url, VAULT)) as other:
        assert reader(other.web_sessions, token) == OFFICER
        other.web_sessions.end(token, replace(entry(), action=Action.SIGNED_OUT))
    assert reader(sessions, token) is None
