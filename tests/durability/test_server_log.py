"""Use cases that succeed, that are refused and that fail leave nothing of anybody in the server's log."""

from contextlib import suppress
from dataclasses import replace

from sqlalchemy import text

from riskflag.casebook import ASKED, HIM, PROPOSED, case, order
from riskflag.errors import RiskflagError
from riskflag.persistence.engine import make_engine
from riskflag.persistence.migrations import upgrade
from riskflag.vocabulary import PersonId
from tests.contracts.test_container import DATABASE_SETTINGS
from tests.durability.servers import a_server
from tests.keys import VAULT
from tests.service.world import FEED, OFFICER, Clock, check, put, service_of

CANARY = "Quuxfield"
CANARIES = (CANARY, HIM.name, str(HIM.noms_number), str(HIM.case_reference_number), PROPOSED.text)
LOGGED = {name: value for name, value in DATABASE_SETTINGS.items() if name.startswith("log_")}


def test_nothing_of_anybody_stands_in_the_log_of_a_server_that_was_set_up_as_composed() -> None:
    with a_server() as server:
        server.set_up(**LOGGED)
        server.stop()
        server.start()
        upgrade(server.url, VAULT)
        engine = make_engine(server.url, VAULT)
        service = service_of(engine, Clock())
        who = put(service, case(order()))
        service.enquire(who, ASKED, OFFICER)
        check(service, case(order()))
        with suppress(RiskflagError):
            service.put_person(
                replace(HIM, name=f"\0{CANARY}"), case(order(), order()).dossier.records, {}, FEED
            )
        with suppress(RiskflagError):
            service.enquire(PersonId(CANARY), ASKED, OFFICER)
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE audit_entry DROP COLUMN detail"))
        for doing in (lambda: put(service, case(order())), lambda: service.enquire(who, ASKED, OFFICER)):
            with suppress(RiskflagError):
                doing()
        engine.dispose()
        server.stop()
        log = server.log.read_text(encoding="utf-8", errors="replace")
        server.start()
    assert "ready to accept connections" in log
    assert [word for word in CANARIES if word in log] == []
