"""The auditor's desk: alerts, who looked and why, and whether the audit holds."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import text

from api.pages.auditing.words import ACTIONS, ALERTS, REFUSED, action_in_words, moment_of, role_of
from riskflag import auditing
from riskflag.auditing import MOST_ENTRIES
from riskflag.casebook import HER, access_limitation, case
from riskflag.persistence.audit import Action, Actor
from riskflag.persistence.engine import make_engine
from riskflag.probing.asked import AlertKind
from riskflag.vocabulary import PersonId, Role
from tests.api.world import COLLEAGUES, NOBODY_HELD, READER, STAFF, World, dict_of
from tests.keys import VAULT
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide
from tests.pages.desk import Desk, Page
from tests.service.world import refused_the_eleventh_place

AUDIT, CHAIN, ALERTS_PAGE = "/desk/audit", "/desk/audit/chain", "/desk/alerts"
HELD = case()
HIDDEN = case(access_limitation(READER), person=HER)
Meddling = Callable[[World], object]


@pytest.fixture
def auditor(desk: Desk) -> Desk:
    desk.sign_in(Role.AUDITOR)
    return desk


def look(desk: Desk, **fields: str) -> Page:
    desk.get(AUDIT)
    return desk.post(AUDIT, fields)


def asked_about(world: World) -> str:
    person_id = world.hold(HELD)
    asked = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(HELD.enquiry))
    assert asked.status_code == 201
    return person_id


@pytest.mark.parametrize("action", Action)
def test_every_action_is_said_in_words(action: Action) -> None:
    assert action.value in ACTIONS
    assert "_" not in action_in_words(action.value)


@pytest.mark.parametrize("kind", AlertKind)
def test_every_kind_of_alert_is_said_in_words_that_say_more_than_its_name(kind: AlertKind) -> None:
    assert len(ALERTS[kind].split()) > len(kind.split("_"))


def test_who_looked_says_when_who_what_why_and_about_whom(auditor: Desk) -> None:
    person_id = asked_about(auditor.world)
    shown = auditor.get(AUDIT).text
    for words in ("Asked about an address", "Release planning", READER, "responsible officer", person_id):
        assert words in shown
    assert HELD.dossier.person.name not in shown
    assert "vouches:" not in shown


def test_what_was_refused_is_marked_in_words(auditor: Desk) -> None:
    hidden = auditor.world.hold(HIDDEN)
    refused = auditor.world.ask("POST", f"/people/{hidden}/address-enquiries", dict_of(HELD.enquiry))
    assert refused.status_code == 404
    assert "Refused: Asked for somebody whom they may not see" in auditor.get(AUDIT).text
    assert {Action.ACCESS_REFUSED, Action.SEARCH_REFUSED} < REFUSED


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({"account": READER}, True, id="the account"),
        pytest.param({"account": "nobody"}, False, id="another account"),
        pytest.param({"action": "address_assessed"}, True, id="what was done"),
        pytest.param({"action": "backed_up"}, False, id="something else"),
        pytest.param({"person_id": NOBODY_HELD}, False, id="somebody else"),
        pytest.param({"first-day": "1", "first-month": "1", "first-year": "2020"}, True, id="since long ago"),
        pytest.param({"last-day": "1", "last-month": "1", "last-year": "2020"}, False, id="until long ago"),
    ],
)
def test_entries_are_found_by_what_a_form_says(auditor: Desk, fields: dict[str, str], found: bool) -> None:
    asked_about(auditor.world)
    shown = look(auditor, **fields)
    assert shown.status == 200
    table = shown.html.partition("<tbody")[2]
    assert ("Asked about an address" in table) is found
    assert ("No entry fits" in shown.text) is not found


def test_entries_about_one_person_are_found_and_that_somebody_looked_for_them_is_kept(auditor: Desk) -> None:
    person_id = asked_about(auditor.world)
    shown = look(auditor, person_id=person_id)
    assert set(re.findall(r"[0-9a-f]{32}", shown.html.partition("<tbody")[2].partition("</tbody")[0])) == {
        person_id
    }
    again = look(auditor, person_id=person_id).text
    assert "Read who looked Person id" in again


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"person_id": "Neil Example"}, "must be 32 letters", id="a name"),
        pytest.param({"action": "nothing"}, "Choose what was done from the list", id="no action"),
        pytest.param(
            {"first-day": "31", "first-month": "2", "first-year": "2026"}, "must be a real date", id="no day"
        ),
        pytest.param(
            {
                "first-day": "2",
                "first-month": "3",
                "first-year": "2026",
                "last-day": "1",
                "last-month": "3",
                "last-year": "2026",
            },
            "To must not be before the first day",
            id="an end before its beginning",
        ),
        pytest.param({"before": "x"}, "must be the one that the page came with", id="no page"),
    ],
)
def test_what_cannot_be_looked_for_is_asked_again(auditor: Desk, fields: dict[str, str], said: str) -> None:
    shown = look(auditor, **fields)
    assert shown.status == 422
    assert shown.title.startswith("Error:")
    assert said in shown.text
    assert "Nothing was looked up." in shown.text
    for name, value in fields.items():
        assert name == "before" or name == "action" or f'value="{value}"' in shown.html


def test_older_entries_follow_page_by_page(auditor: Desk) -> None:
    for _ in range(MOST_ENTRIES + 5):
        auditor.get(ALERTS_PAGE)
    first = look(auditor, action="alerts_read")
    assert f"{MOST_ENTRIES} entries" in first.text
    before = re.findall(r'name="before" value="([0-9]+)"', first.html)
    second = auditor.post(AUDIT, {"action": "alerts_read", "before": before[0]})
    assert "5 entries, older ones" in second.text
    assert "Older entries" not in second.text


def searched(world: World) -> PersonId:
    person_id = PersonId(world.hold(HELD))
    officers = (Actor(name, Role.RESPONSIBLE_OFFICER) for name in (READER, COLLEAGUES[0]))
    refused_the_eleventh_place(world.service, person_id, *officers)
    return person_id


def test_alerts_say_what_they_look_like_how_many_and_about_whom_but_never_where(auditor: Desk) -> None:
    person_id = searched(auditor.world)
    shown = auditor.get(ALERTS_PAGE).text
    for words in ("Soft cap", "5 addresses or more for one person", "Hard cap", f"the person {person_id}"):
        assert words in shown
    for words in ("Lane", "Testbury", "ZZ1", HELD.dossier.person.name):
        assert words not in shown


def test_where_there_is_no_alert_nothing_is_called_well(auditor: Desk) -> None:
    shown = auditor.get(ALERTS_PAGE).text
    assert "There is no alert of the last 90 days" in shown
    assert "That means only" in shown


def meddle(statement: str) -> Meddling:
    def work(world: World) -> None:
        with make_engine(world.settings.database_url, VAULT).begin() as connection:
            connection.execute(text(statement))

    return work


@pytest.mark.parametrize(
    ("meddling", "said"),
    [
        pytest.param(lambda _: None, "Nothing was found that does not hold", id="nobody meddled"),
        pytest.param(
            meddle("UPDATE person SET noms_number = 'another'"),
            "What is held is not what the audit vouches for",
            id="somebody's number was changed",
        ),
        pytest.param(
            meddle("DROP TRIGGER audit_entry_no_update"),
            "What guards the audit was altered",
            id="a guard is gone",
        ),
        pytest.param(
            meddle("UPDATE person SET body = x'00'"), "Not everything could be looked at", id="unreadable"
        ),
    ],
)
def test_a_check_says_in_words_what_does_not_hold(auditor: Desk, meddling: Meddling, said: str) -> None:
    asked_about(auditor.world)
    meddling(auditor.world)
    auditor.get(AUDIT)
    shown = auditor.post(CHAIN)
    assert shown.status == 200
    assert said in shown.text
    assert "green" not in shown.html.partition("<main")[2]
    assert "without a signed head nobody can tell whether newer ones were cut off" in shown.text


def test_an_audit_that_is_too_long_to_look_at_is_never_called_whole(
    auditor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "MOST_CHECKED", 1)
    auditor.get(AUDIT)
    shown = auditor.post(CHAIN)
    assert "Not looked at" in shown.text
    assert "Nothing was found" not in shown.text


@pytest.mark.parametrize("role", [STAFF, Role.RESPONSIBLE_OFFICER, Role.DATA_SCIENTIST])
def test_no_other_role_reads_the_audit(desk: Desk, role: Role) -> None:
    desk.sign_in(role)
    assert [desk.get(path).status for path in (AUDIT, ALERTS_PAGE)] == [403, 403]
    assert [desk.post(path).status for path in (AUDIT, CHAIN)] == [403, 403]


def test_what_meddling_left_in_an_entry_is_shown_as_it_stands() -> None:
    assert (action_in_words("gone_fishing"), role_of("captain"), moment_of("x")) == (
        "Gone fishing",
        "captain",
        "x",
    )


@pytest.mark.server
@pytest.mark.enable_socket
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_an_auditor_looks_in_a_browser(browser: Chromium, scripts: bool, width: int) -> None:
    with browser.window(Role.AUDITOR, scripts=scripts, width=width) as page:
        heads = [page.text_content("h1")]
        page.goto(AUDIT)
        page.click("summary")
        page.fill("#person_id", "somebody")
        page.click("details button")
        assert page.title() == "Error: Who looked, riskflag"
        assert not scripts or barriers(page) == []
        page.click("text=Check the audit")
        heads.append(page.text_content("h1"))
        assert not too_wide(page)
        assert not scripts or barriers(page) == []
    assert heads == ["Alerts", "Check of the audit"]
