"""Every page: who may look, what looking counts as, and what each carries."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from api.auth import declared_policy
from api.pace import declared_pace
from api.pages.rendering import HEADERS
from riskflag.casebook import EX_PARTNER, HIM, PROPOSED, case, order, term
from riskflag.pace import Asking
from riskflag.vocabulary import ProhibitionKind, Role
from tests.api.world import NOBODY_HELD, World, dict_of, make_world, on_desk
from tests.pages.desk import Desk

OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF
READERS = frozenset(Role) - {Role.RECORD_FEED}
HELD = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))


class Page(NamedTuple):
    """One page.

    roles: who may look; None is everybody, signed in or not
    counts_as: what looking counts as against an account's pace; None where it is not counted
    """

    roles: frozenset[Role] | None
    counts_as: Asking | None = None


MAY_LOOK = {
    ("GET", "/"): Page(None),
    ("GET", "/desk/"): Page(READERS),
    ("GET", "/desk/<anywhere:place>"): Page(READERS),
    ("GET", "/desk/assets/<asset:name>"): Page(None),
    ("GET", "/desk/sign-in"): Page(None),
    ("POST", "/desk/sign-in"): Page(None),
    ("GET", "/desk/sign-in/begin"): Page(None),
    ("GET", "/desk/sign-in/back"): Page(None),
    ("POST", "/desk/sign-out"): Page(None),
    ("GET", "/desk/signed-out"): Page(None),
    ("GET", "/desk/people"): Page(frozenset({OFFICER, STAFF})),
    ("POST", "/desk/people"): Page(frozenset({OFFICER, STAFF}), Asking.LOOKUP),
    ("POST", "/desk/people/named"): Page(frozenset({OFFICER, STAFF}), Asking.LOOKUP),
    ("GET", "/desk/enquiries"): Page(frozenset({OFFICER, STAFF})),
    ("GET", "/desk/people/<opaque:person_id>/address"): Page(frozenset({OFFICER, STAFF}), Asking.LOOKUP),
    ("POST", "/desk/people/<opaque:person_id>/address"): Page(frozenset({OFFICER, STAFF}), Asking.ENQUIRY),
    ("GET", "/desk/people/<opaque:person_id>/agreement"): Page(frozenset({OFFICER}), Asking.LOOKUP),
    ("POST", "/desk/people/<opaque:person_id>/agreement"): Page(frozenset({OFFICER}), Asking.LOOKUP),
    ("GET", "/desk/people/<opaque:person_id>/agreed"): Page(frozenset({OFFICER}), Asking.LOOKUP),
    ("GET", "/desk/people/<opaque:person_id>"): Page(frozenset({OFFICER, STAFF}), Asking.LOOKUP),
    ("GET", "/desk/people/<opaque:person_id>/referral"): Page(frozenset({OFFICER, STAFF}), Asking.LOOKUP),
    ("POST", "/desk/people/<opaque:person_id>/referral"): Page(frozenset({OFFICER, STAFF}), Asking.ENQUIRY),
    ("GET", "/desk/answers/<opaque:assessment_id>/statement"): Page(frozenset({OFFICER}), Asking.LOOKUP),
    ("POST", "/desk/answers/<opaque:assessment_id>/statement"): Page(frozenset({OFFICER}), Asking.LOOKUP),
    ("GET", "/desk/models"): Page(frozenset({Role.DATA_SCIENTIST})),
    ("GET", "/desk/models/<model_version:version>"): Page(frozenset({Role.DATA_SCIENTIST})),
    ("GET", "/desk/alerts"): Page(frozenset({Role.AUDITOR})),
    ("GET", "/desk/audit"): Page(frozenset({Role.AUDITOR})),
    ("POST", "/desk/audit"): Page(frozenset({Role.AUDITOR})),
    ("POST", "/desk/audit/chain"): Page(frozenset({Role.AUDITOR})),
    ("GET", "/desk/rules"): Page(READERS),
    ("GET", "/desk/rules/<rule_code:code>"): Page(READERS),
    ("GET", "/desk/answers/<opaque:assessment_id>"): Page(frozenset({OFFICER, STAFF}), Asking.LOOKUP),
    ("POST", "/desk/answers/<opaque:assessment_id>/decisions"): Page(frozenset({OFFICER}), Asking.LOOKUP),
    ("GET", "/desk/decisions"): Page(frozenset({OFFICER})),
}
"""Who may look at which page. This table is the authority, not the code."""

PAGES = [pytest.param(method, rule, id=f"{method} {rule}") for method, rule in MAY_LOOK]
SIGNED_IN = sorted(READERS)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("world"), tmp_path_factory.mktemp("key"))
    yield made
    made.service.close()


@pytest.fixture(scope="module")
def desks(world: World) -> dict[Role | None, Desk]:
    """Somebody signed in for each role, and nobody."""
    found: dict[Role | None, Desk] = {role: Desk(world) for role in SIGNED_IN}
    for role, desk in found.items():
        assert role is not None
        desk.sign_in(role)
    return {**found, None: Desk(world)}


@pytest.fixture(scope="module")
def known(world: World) -> dict[str, str]:
    """What stands for each reference in the address of a page."""
    person_id = world.hold(HELD)
    asked = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(HELD.enquiry))
    return {
        "<opaque:person_id>": person_id,
        "<opaque:assessment_id>": asked.headers["Location"].rsplit("/", 1)[-1],
        "<rule_code:code>": "RO-ADDR-01",
        "<model_version:version>": "demonstration-2",
        "<anywhere:place>": "nowhere",
        "<asset:name>": f"start-{NOBODY_HELD[:16]}.js",
    }


def path_of(rule: str, known: dict[str, str]) -> str:
    for reference, value in known.items():
        rule = rule.replace(reference, value)
    return rule


def test_the_table_holds_every_page_and_no_other(world: World) -> None:
    found = {
        (method, rule.rule): Page(
            None if declared.public else declared.roles,
            declared_pace(world.app.view_functions[rule.endpoint]),
        )
        for rule in world.app.url_map.iter_rules()
        if on_desk(rule)
        for method in (rule.methods or set()) - {"HEAD"}
        if (declared := declared_policy(world.app.view_functions[rule.endpoint]))
    }
    assert found == MAY_LOOK


@pytest.mark.parametrize(("method", "rule"), PAGES)
def test_nobody_looks_whose_role_may_not(
    world: World, desks: dict[Role | None, Desk], known: dict[str, str], method: str, rule: str
) -> None:
    roles = MAY_LOOK[method, rule].roles
    if roles is None:
        return
    path = path_of(rule, known)
    for role in READERS - roles:
        page = desks[role].get(path) if method == "GET" else desks[role].post(path)
        assert (page.status, "This is not for your role" in page.text) == (403, True), role
    unknown = desks[None].get(path) if method == "GET" else desks[None].post(path)
    assert unknown.status == (303 if method == "GET" else 401)
    assert unknown.location == ("/desk/sign-in" if method == "GET" else "")


@pytest.mark.parametrize("role", [*SIGNED_IN, None])
@pytest.mark.parametrize(("method", "rule"), [each for each in PAGES if each.values[0] == "GET"])
def test_every_page_carries_what_keeps_it_private(
    desks: dict[Role | None, Desk], known: dict[str, str], role: Role | None, method: str, rule: str
) -> None:
    answer = desks[role].get(path_of(rule, known)).answer
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    if answer.mimetype == "text/html" and "Location" not in answer.headers:
        assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("role", SIGNED_IN)
@pytest.mark.parametrize(("method", "rule"), [each for each in PAGES if each.values[0] == "GET"])
def test_no_page_holds_a_script_or_a_style_of_its_own(
    desks: dict[Role | None, Desk], known: dict[str, str], role: Role, method: str, rule: str
) -> None:
    html = desks[role].get(path_of(rule, known)).html
    assert "<style" not in html
    assert " style=" not in html
    assert " onclick=" not in html
    assert html.count("<script") == html.count('<script type="module" src="/desk/assets/')


def test_no_template_takes_anything_for_markup() -> None:
    """What somebody wrote is shown as they wrote it, and never read as a page."""
    templates = Path(__file__).parents[2] / "api" / "pages" / "templates"
    found = [file.name for file in templates.rglob("*.html") if re.search(r"\|\s*safe\b", file.read_text())]
    assert found == []


@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_no_title_names_anybody_or_any_place(
    desks: dict[Role | None, Desk], known: dict[str, str], role: Role
) -> None:
    """Browsers write titles down, in a list that anybody at the machine can read."""
    words = {word.casefold() for text in (HIM.name, PROPOSED.text) for word in re.findall(r"\w+", text)}
    for method, rule in MAY_LOOK:
        if method == "GET":
            title = desks[role].get(path_of(rule, known)).title
            assert not words & set(re.findall(r"\w+", title.casefold())), rule
