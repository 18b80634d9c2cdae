"""Every page about somebody, in each role that may look, about somebody in every state of access.

Whoever may not see a person is shown the page that they are shown for somebody who is not held.
"""

import re
from collections.abc import Iterator

import pytest

from api.auth import declared_policy
from riskflag.access import GREATEST_AGE, READERS
from riskflag.casebook import ASKED, REFERRED
from riskflag.service import Actor
from riskflag.vocabulary import Role
from tests.api.test_authorisation_matrix import NOBODY, STATES, Served, State, records_of
from tests.api.world import FEED, NOBODY_HELD, OFFICER, READER, dict_of, json_of, make_world, on_desk
from tests.pages.desk import Desk, Page

REFERRAL = ", about a referral"
CHANGES = re.compile(r'value="[^"]{20,}"|name="once"[^>]*>|[0-9a-f]{32}')


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Somebody held in every state, with an answer given when they could still be seen."""
    folder, key = tmp_path_factory.mktemp("world"), tmp_path_factory.mktemp("key")
    world = make_world(folder, key, access_age=GREATEST_AGE)
    people, answers = {NOBODY: NOBODY_HELD}, {NOBODY: NOBODY_HELD, NOBODY + REFERRAL: NOBODY_HELD}
    for state in (state for state, held in STATES.items() if held):
        people[state] = json_of(world.ask("POST", "/people", records_of(state, State()), FEED))["person_id"]
        for kind, enquiry, name in (("address", ASKED, state), ("referral", REFERRED, state + REFERRAL)):
            path = f"/people/{people[state]}/{kind}-enquiries"
            asked = world.ask("POST", path, dict_of(enquiry), OFFICER)
            answers[name] = asked.headers["Location"].rsplit("/", 1)[-1]
        world.ask("PUT", f"/people/{people[state]}/records", records_of(state), FEED)
    yield Served(world, {}, people, answers)
    world.service.close()


@pytest.fixture(scope="module")
def desks(served: Served) -> dict[Role, Desk]:
    found = {role: Desk(served.world) for role in READERS}
    for role, desk in found.items():
        desk.sign_in_as(Actor(READER, role))
        desk.get("/desk/people")
    return found


def about_somebody(served: Served, role: Role) -> list[tuple[str, str]]:
    """Every page about one person that this role may look at."""
    views = served.world.app.view_functions
    return sorted(
        (method, rule.rule)
        for rule in served.world.app.url_map.iter_rules()
        if on_desk(rule) and "<opaque:" in rule.rule
        for method in (rule.methods or set()) - {"HEAD"}
        if (declared := declared_policy(views[rule.endpoint])) and role in declared.roles
    )


def look(served: Served, desk: Desk, method: str, rule: str, state: str) -> Page:
    path = rule.replace("<opaque:person_id>", served.people[state])
    about = state + REFERRAL if rule.endswith("/statement") else state
    path = path.replace("<opaque:assessment_id>", served.answers[about])
    return desk.get(path) if method == "GET" else desk.post(path, {"once": "a-form-that-is-sent-once"})


@pytest.mark.parametrize("role", sorted(READERS))
@pytest.mark.parametrize("state", STATES)
def test_who_may_not_see_somebody_is_shown_what_nobody_is(
    served: Served, desks: dict[Role, Desk], state: str, role: Role
) -> None:
    held = STATES[state]
    for method, rule in about_somebody(served, role):
        page = look(served, desks[role], method, rule, state)
        if held is not None and held.seen:
            assert page.status in (200, 303, 422), (method, rule)
        else:
            nobody = look(served, desks[role], method, rule, NOBODY)
            assert (page.status, CHANGES.sub("", page.html)) == (404, CHANGES.sub("", nobody.html)), rule
            assert "Page not found" in page.text


@pytest.mark.parametrize("role", sorted(READERS))
def test_there_are_such_pages(served: Served, role: Role) -> None:
    assert len(about_somebody(served, role)) >= 4
