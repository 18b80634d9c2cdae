"""What is not tried any more is told to the auditor: how much of it, which messages, and nothing of anybody."""

from contextlib import closing
from datetime import timedelta

import pytest

from riskflag.auditing import MOST_NAMED
from riskflag.casebook import HIM, PROPOSED, case
from riskflag.persistence import deliveries, rescreening_queue
from riskflag.persistence.outbox import ASSESSED
from riskflag.persistence.store import Store, open_store
from riskflag.vocabulary import Role
from tests.api.world import World, dict_of
from tests.keys import VAULT
from tests.pages.desk import Desk

ALERTS_PAGE = "/desk/alerts"
NOTHING = "Nobody who must be looked at again and no message is set aside."
KNOWN = "Officers may not know what they must know."


@pytest.fixture
def auditor(desk: Desk) -> Desk:
    desk.sign_in(Role.AUDITOR)
    return desk


def give_up_on_a_look(store: Store, world: World) -> None:
    moment = world.clock()
    for _ in range(rescreening_queue.MOST_TRIES):
        for turn in store.rescreening.take(moment, 9):
            store.rescreening.fail(turn, moment, "ValueError")
        moment += timedelta(days=1)


def give_up_on_messages(store: Store, world: World) -> None:
    moment = world.clock()
    for _ in range(deliveries.MOST_TRIES):
        for each in store.deliveries.take("webhook", {ASSESSED}, moment, 900):
            store.deliveries.fail(each, moment, "refused")
        moment += timedelta(days=1)


def ask(world: World, times: int = 1) -> str:
    """Holds somebody, and asks about them so often."""
    person_id = world.hold(case())
    for _ in range(times):
        asked = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(case().enquiry))
        assert asked.status_code == 201
    return person_id


def test_where_nothing_is_set_aside_the_page_says_so(auditor: Desk) -> None:
    ask(auditor.world)
    shown = auditor.get(ALERTS_PAGE).text
    assert NOTHING in shown
    assert KNOWN not in shown


def test_what_is_set_aside_is_told_by_how_much_and_by_its_reference(auditor: Desk) -> None:
    person_id = ask(auditor.world, 2)
    with closing(open_store(auditor.world.settings.database_url, VAULT)) as store:
        give_up_on_a_look(store, auditor.world)
        give_up_on_messages(store, auditor.world)
        ids = [each.id for each in store.deliveries.set_aside(9)]
        looks = store.rescreening.standing().dead
    shown = auditor.get(ALERTS_PAGE).text
    assert (len(ids), looks) == (2, 1)
    for words in (KNOWN, "should have been looked at again and was not: 1", "were not sent: 2", *ids):
        assert words in shown
    for hidden in (HIM.name, HIM.noms_number, person_id, PROPOSED.postcode, "ValueError", NOTHING):
        assert str(hidden) not in shown


def test_what_was_tried_anew_is_not_set_aside_any_more(auditor: Desk) -> None:
    ask(auditor.world)
    with closing(open_store(auditor.world.settings.database_url, VAULT)) as store:
        give_up_on_messages(store, auditor.world)
        for each in store.deliveries.set_aside(9):
            store.deliveries.again(each.id, auditor.world.clock())
        assert store.deliveries.set_aside(9) == ()
    assert NOTHING in auditor.get(ALERTS_PAGE).text


def test_of_many_messages_the_oldest_are_named_and_all_are_counted(
    auditor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_NAMED > 1
    monkeypatch.setattr("riskflag.auditing.MOST_NAMED", 1)
    ask(auditor.world, 3)
    with closing(open_store(auditor.world.settings.database_url, VAULT)) as store:
        give_up_on_messages(store, auditor.world)
        oldest, *others = (each.id for each in store.deliveries.set_aside(9))
    shown = auditor.get(ALERTS_PAGE).text
    assert "were not sent: 3" in shown
    assert "The messages, the oldest of them:" in shown
    assert [each in shown for each in (oldest, *others)] == [True, False, False]
