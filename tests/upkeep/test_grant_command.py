"""``riskflag database grant`` as somebody at a terminal meets it."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url

from riskflag.persistence.store import open_store
from tests.keys import VAULT
from tests.terminal import Run

ROLE = f"of_the_service_{os.getpid()}"


@pytest.fixture
def role(postgresql_server: str, postgresql_url: str) -> Iterator[str]:
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {ROLE} LOGIN")
    yield ROLE
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {ROLE}")
        connection.execute(f"DROP ROLE {ROLE}")


def test_a_role_is_granted_what_the_service_needs(
    run: Run, role: str, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RISKFLAG_DATABASE_URL", postgresql_url)
    status, out, err = run("database", "grant", role)
    assert (status, err) == (0, "")
    assert "changes nothing of the audit" in out
    url = make_url(postgresql_url).set(username=role).render_as_string(hide_password=False)
    open_store(url, VAULT).close()


def test_an_unknown_role_is_told(run: Run, postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RISKFLAG_DATABASE_URL", postgresql_url)
    status, out, err = run("database", "grant", "nobody_at_all")
    assert (status, out) == (2, "")
    assert "no such role" in err


def test_a_file_has_no_roles(run: Run) -> None:
    status, out, err = run("database", "grant", ROLE)
    assert (status, out) == (2, "")
    assert "only a server has roles" in err
