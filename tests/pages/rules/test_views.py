"""The rulebook on the desk: every rule, for every reader, with all that it says of itself."""

import pytest

from riskflag.catalogue import describe
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import HarmFamily, Role
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide
from tests.pages.desk import Desk

RULES = tuple(describe(rule) for rule in load_rulebook().rules)
READERS = [role for role in Role if role is not Role.RECORD_FEED]


@pytest.mark.parametrize("role", READERS)
def test_every_reader_reads_every_rule_by_the_kind_of_harm(desk: Desk, role: Role) -> None:
    desk.sign_in(role)
    shown = desk.get("/desk/rules")
    assert shown.status == 200
    for rule in RULES:
        assert f'href="/desk/rules/{rule.code}"' in shown.html
        assert rule.title in shown.text
    for family in {rule.harm_families[0] for rule in RULES}:
        assert f'id="{family.value}"' in shown.html
    assert {rule.harm_families[0] for rule in RULES} <= set(HarmFamily)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_a_rule_is_told_whole(desk: Desk, rule: object) -> None:
    desk.sign_in(Role.RESETTLEMENT_STAFF)
    told = next(each for each in RULES if each is rule)
    shown = desk.get(f"/desk/rules/{told.code}")
    assert shown.status == 200
    sentences = [told.what_it_flags, told.why_it_matters, told.what_to_do, told.limits, told.action]
    sentences += [told.decides, told.act_by, told.do_not_disclose, *told.tell, *told.basis]
    sentences += [example.story for example in told.examples]
    for sentence in sentences:
        assert " ".join(sentence.split()) in shown.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/desk/rules/ro-addr-01", 200, id="in small letters"),
        pytest.param("/desk/rules/NO-SUCH-99", 404, id="no such rule"),
        pytest.param("/desk/rules/Neil Example", 404, id="a name"),
        pytest.param("/desk/rules/RO-ADDR-01?x=1", 400, id="with a question behind it"),
    ],
)
def test_only_codes_of_rules_are_found(desk: Desk, path: str, status: int) -> None:
    desk.sign_in(Role.AUDITOR)
    assert desk.get(path).status == status


@pytest.mark.server
@pytest.mark.enable_socket
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_somebody_reads_a_rule_in_a_browser(browser: Chromium, width: int) -> None:
    with browser.window(Role.RESETTLEMENT_STAFF, width=width) as page:
        page.goto("/desk/rules")
        assert barriers(page) == []
        assert not too_wide(page)
        page.click(f"text={RULES[0].title}")
        assert page.text_content("h1") == RULES[0].title
        assert barriers(page) == []
        assert not too_wide(page)
