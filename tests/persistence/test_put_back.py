"""A row put back as it was once, or forged by somebody with keys, is not what the audit vouches for; one that was
sealed anew is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, text

from riskflag.casebook import NOW, case
from riskflag.persistence import audit_compare
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.audit_compare import Compared
from riskflag.persistence.keys import with_new_sealing_key
from riskflag.persistence.resealing import reseal
from riskflag.persistence.vault import OPTION, Vault
from riskflag.vocabulary import Role
from tests.dialects import unguarded
from tests.keys import KEYS, VAULT
from tests.persistence.vouched import ALERTS, ALL_IS_WELL, Filled, comparing, fill, told, unwatched
from tests.service.world import FEED, Clock, service_of

ON_BOTH_DATABASES = True


@pytest.fixture
def filled(engine: Engine) -> Filled:
    return fill(engine)


@pytest.fixture
def meddling(engine: Engine, filled: Filled) -> Iterator[Connection]:
    with unwatched(engine) as connection:
        yield connection


OLDER = {
    "person": "UPDATE person SET body = :body WHERE id = :id",
    "record": "UPDATE record SET body = :body WHERE kind = :kind AND source_id = :source_id",
    "protected_place": "UPDATE protected_place SET body = :body WHERE source_id = :source_id",
    "place_incident": "UPDATE place_incident SET body = :body WHERE id = :id",
}


@pytest.mark.parametrize("table", OLDER)
def test_a_row_put_back_as_it_was_before_it_was_replaced_opens_and_is_told(
    meddling: Connection, filled: Filled, table: str
) -> None:
    for row in filled.before[table]:
        used = {name: value for name, value in row.items() if f":{name}" in OLDER[table]}
        meddling.execute(text(OLDER[table]), used)
    kind = "place" if table == "place_incident" else "people"
    found = told(meddling)
    assert (list(found), found[kind].other, found[kind].unopened) == ([kind], 1, 0)


def test_what_was_put_back_before_something_was_added_is_told_afterwards(
    engine: Engine, filled: Filled
) -> None:
    service = service_of(engine, Clock())
    with engine.begin() as connection:
        connection.execute(text("UPDATE coverage SET held = held WHERE source = 'alerts'"))
        connection.execute(
            text("UPDATE person SET body = :body WHERE id = :id"),
            {"body": filled.before["person"][0]["body"], "id": filled.who},
        )
    service.import_payload(filled.who, ALERTS, FEED)
    with engine.connect() as connection:
        assert told(connection)["people"].other == 1
    given = case()
    service.put_records(filled.who, given.dossier.person, given.dossier.records, given.dossier.coverage, FEED)
    with engine.connect() as connection:
        assert "people" not in told(connection)


def test_an_answer_that_was_sealed_with_the_keys_is_still_not_the_one_that_was_given(
    meddling: Connection,
) -> None:
    answer = str(meddling.execute(text("SELECT min(id) FROM assessment")).scalar_one())
    sealed = VAULT.seal("{}", "assessment", "full_body", answer)
    meddling.execute(
        text("UPDATE assessment SET full_body = :sealed WHERE id = :id"), {"sealed": sealed, "id": answer}
    )
    assert told(meddling)["answers"].other == 1


def test_an_answer_from_before_there_were_digests_is_counted_apart(engine: Engine, filled: Filled) -> None:
    """As an earlier version left it: its entry says who asked, of whom and why, and what came of it."""
    with engine.begin() as connection:
        row = connection.execute(text("SELECT * FROM audit_entry WHERE action = 'address_assessed'")).one()
        unguarded(connection, "audit_entry")
        connection.execute(
            text("UPDATE audit_entry SET detail = :said WHERE action = 'address_assessed'"),
            {"said": row.detail.split()[0]},
        )
        assert told(connection)["answers"] == Compared("answers", held=3, vouched=2, before=1)
        unguarded(connection, "assessment")
        connection.execute(
            text("UPDATE assessment SET asked_by = 'x' WHERE id = :id"), {"id": row.assessment_id}
        )
        assert told(connection)["answers"] == Compared("answers", held=3, vouched=2, other=1)


def test_other_keys_open_nothing_and_that_is_told_as_not_looked_at(engine: Engine, filled: Filled) -> None:
    with engine.connect() as connection:
        other = Vault(replace(KEYS, sealing={1: bytes(32)}))
        found = comparing(connection.execution_options(**{OPTION: other}))
    assert (found["answers"].unopened, found["people"].unopened, found["place"].unopened) == (3, 2, 1)
    sentences = list(audit_compare.say(found.values()))
    assert sentences[0].endswith("NOT LOOKED AT, since these keys do not open them: 3")


def test_sealing_all_of_it_anew_changes_nothing_of_it(engine: Engine, filled: Filled) -> None:
    newer = Vault(with_new_sealing_key(KEYS))
    entry = AuditEntry(NOW, Actor("command line", Role.AUDITOR), Action.SEALED_ANEW)
    reseal(engine.url.render_as_string(hide_password=False), newer, entry)
    with engine.connect() as connection:
        assert comparing(connection.execution_options(**{OPTION: newer})) == ALL_IS_WELL
