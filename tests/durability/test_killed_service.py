"""What the web service answered is there after it was killed, with all its processes, at any moment.

RISKFLAG_KILLS sets how often: a twentieth of it, and at least once.
"""

import http.client
import json
import os
import time
from pathlib import Path
from random import SystemRandom
from threading import Thread

import pytest

from riskflag.casebook import ASKED, case, order
from riskflag.dossier import SourceCoverage
from riskflag.importers.plain import plain
from riskflag.persistence.engine import make_engine
from riskflag.persistence.migrations import upgrade
from riskflag.service import now
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role, Source
from tests.api.serving import Served, serving
from tests.durability.killing import kill_with_children, what_is_lost
from tests.keys import VAULT
from tests.service.world import FEED, LINKS, OFFICER, Clock, service_of

KILLS = max(1, int(os.environ.get("RISKFLAG_KILLS", "3")) // 20)
ASKERS = 2


class Asking:
    """Somebody who asks over and over, and keeps the answers that came whole."""

    def __init__(self, served: Served, person_id: str) -> None:
        token = issue_development_token(served.settings, Role.RESPONSIBLE_OFFICER, OFFICER.name, now())
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._port, self._path = served.settings.port, f"/people/{person_id}/address-enquiries"
        self.answered: list[str] = []
        self.refused = ""
        self._thread = Thread(target=self._ask)
        self._thread.start()

    def _ask(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            while True:
                connection.request("POST", self._path, json.dumps(plain(ASKED)), self._headers)
                answer = connection.getresponse()
                answer.read()
                where = answer.getheader("Location")
                if where is None:
                    self.refused = str(answer.status)
                    break
                self.answered.append(where.rpartition("/")[2])
        except (OSError, http.client.HTTPException) as error:
            self.refused = type(error).__name__
        finally:
            connection.close()

    def goes_on(self) -> bool:
        return self._thread.is_alive()

    def ended(self) -> list[str]:
        self._thread.join(60)
        return self.answered


@pytest.fixture
def without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RISKFLAG_ENQUIRIES_A_MINUTE", "100000")


@pytest.mark.server
@pytest.mark.enable_socket
@pytest.mark.usefixtures("without_limits")
def test_a_web_service_that_is_killed_loses_nothing_that_it_answered(tmp_path: Path) -> None:
    dice, heard = SystemRandom(), list[str]()
    url = f"sqlite:///{tmp_path}/riskflag.sqlite3"
    upgrade(url, VAULT)
    engine = make_engine(url, VAULT)
    moment = now()
    told = dict.fromkeys(Source, SourceCoverage(moment, answered=True, complete=True, watermark=moment))
    service = service_of(engine, Clock(moment))
    dossier = case(order()).dossier
    person_id = service.put_person(dossier.person, (*dossier.records, *LINKS), told, FEED)
    for _ in range(KILLS):
        with serving(tmp_path) as served:
            asking = [Asking(served, person_id) for _ in range(ASKERS)]
            wanted = dice.randint(1, 10)
            while not all(len(each.answered) >= wanted for each in asking):
                assert served.process.poll() is None, served.said
                assert all(each.goes_on() for each in asking), [(each.refused, len(heard)) for each in asking]
                time.sleep(dice.uniform(0, 0.05))
            kill_with_children(served.process.pid)
            for each in asking:
                heard += each.ended()
        assert what_is_lost(engine, [*heard, person_id]) == []
    assert len(heard) >= KILLS
    engine.dispose()
