"""How much waits to be looked at or sent, and for how long, is told to the monitoring system."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from riskflag.persistence.deliveries import Standing as OnTheWay
from riskflag.persistence.rescreening_queue import Standing
from tests.api.metrics.counts import page, watched
from tests.api.world import World


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    made = watched(tmp_path, key_home)
    yield made
    made.service.close()


def test_who_waits_and_for_how_long(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    since = world.service.moment() - timedelta(seconds=90)
    monkeypatch.setattr(world.service.auditing, "who_waits", lambda: Standing(3, 1, since))
    told = page(world)
    assert 'riskflag_rescreening{what="waiting"} 3.0' in told
    assert 'riskflag_rescreening{what="set_aside"} 1.0' in told
    assert 'riskflag_rescreening{what="oldest_seconds"} 90.0' in told


def test_what_is_on_its_way_by_each_channel(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stands = {"mail": OnTheWay(2, 0, world.service.moment()), "webhook": OnTheWay(0, 4, None)}
    monkeypatch.setattr(world.service.auditing, "what_is_on_its_way", lambda: stands)
    told = page(world)
    assert 'riskflag_messages{channel="mail",what="waiting"} 2.0' in told
    assert 'riskflag_messages{channel="webhook",what="set_aside"} 4.0' in told


def test_where_nothing_ever_waited_that_is_told(world: World) -> None:
    assert 'riskflag_rescreening{what="waiting"} 0.0' in page(world)
