"""Forms of the pages, filled in by chance: no failure, no hang, nothing in the log that somebody typed.

RISKFLAG_FUZZ sets how many are sent (a third of it: 100 unless it says otherwise).
"""

import sys
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote_from_bytes

import pytest
from structlog.testing import capture_logs

from api.auth import declared_policy
from riskflag.casebook import ASKED, EX_PARTNER, HIM, case, order, term
from riskflag.vocabulary import AgreementReason, ProhibitionKind, Role
from tests.api.world import World, dict_of, make_world, on_desk
from tests.hostile.calling import CALLS, Hangs, watched
from tests.pages.desk import Desk
from tests.properties.worlds import Dice
from tests.schema.refusals import CANARY

HELD = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
FORMS = CALLS // 3
NAMES = (
    *("once", "number", "purpose", "address.text", "address.uprn", "postcode", "reason", "text", "recipient"),
    *("release_date-day", "release_date-month", "release_date-year", "release_date", "csrf_token", "add"),
    *(
        "occupants.0.who.name",
        "occupants.0.who.relationship",
        "occupants.1.who.born_on-day",
        "occupants.999.who",
    ),
    *(
        "occupants",
        "occupants.0",
        "occupants..who",
        "a.b.c.d.e.f.g.h",
        "{row}",
        "{0.__class__}",
        "%s",
        "\x00",
    ),
    *("account", "action", "days", "page", "remove", "occupants_stated", "no_fixed_abode", "point", "kind"),
    *("statement", "name", "words", "site.text", "consent", "status", "placement", "notes", "-day", "x-day"),
)
VALUES = (
    *("", " ", "0", "1", "-1", "31", "12", "2026", "9" * 30, "true", "false", "null", "release_planning"),
    *(
        "housing_provider",
        "A1234BC",
        "X000001",
        "5 Elder Row, Fernhill, ZZ1 1AA",
        "a" * 32,
        "\x00",
        "\ud800",
        "\N{RIGHT SINGLE QUOTATION MARK}",
    ),
    *(
        "{row}",
        "{{ 7 * 7 }}",
        "<script>alert(1)</script>",
        "'; DROP TABLE person; --",
        "²",
        "x" * 20_000,
        CANARY,
    ),
)
RIGHT = (
    (("number", str(HIM.noms_number)),),
    (("reason", AgreementReason.MOVES_OFTEN.value),),
    (
        *(("once", "a" * 32), ("purpose", "release_planning"), ("address.text", "5 Elder Row, Fernhill")),
        *(("release_date-day", "1"), ("release_date-month", "12"), ("release_date-year", "2026")),
    ),
)
NEVER = ("Traceback", 'File "', "sqlalchemy", "jinja2", "<script>alert")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, key_home: object) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("forms"), tmp_path_factory.mktemp("key"))
    yield made
    made.service.close()


@pytest.fixture(scope="module")
def desks(world: World) -> dict[Role, Desk]:
    found: dict[Role, Desk] = {role: Desk(world) for role in Role if role is not Role.RECORD_FEED}
    for role, desk in found.items():
        desk.sign_in(role)
    return found


@pytest.fixture(scope="module")
def paths(world: World) -> list[tuple[Role, str]]:
    """Every form that each role may send."""
    person_id = world.hold(HELD)
    asked = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(ASKED))
    answer = asked.headers["Location"].rsplit("/", 1)[-1]
    return [
        (role, rule.rule.replace("<opaque:person_id>", person_id).replace("<opaque:assessment_id>", answer))
        for rule in world.app.url_map.iter_rules()
        if on_desk(rule) and "POST" in (rule.methods or set()) and "/sign-" not in rule.rule
        if (declared := declared_policy(world.app.view_functions[rule.endpoint])) is not None
        for role in sorted(declared.roles)
    ]


def body(dice: Dice, token: str) -> bytes:
    """A form with some fields, often one that is right but for those, and now and then bytes that are none."""
    right = dice.pick(RIGHT) if dice.number(2) else ()
    pairs = [
        *right,
        *((dice.pick(NAMES), dice.pick(VALUES)) for _ in range(dice.number(12 if not right else 2))),
    ]
    written = [
        f"{_quoted(name)}={_quoted(value)}".encode() for name, value in [*pairs, ("csrf_token", token)]
    ]
    if dice.number(20) == 0:
        written.append(dice.pick((b"%ff=%fe", b"=&==&&", b"\xff\xfe", b"a=%", b";" * 50)))
    return b"&".join(written)


def _quoted(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))


def test_no_form_fails_hangs_or_tells_anything(
    world: World, desks: dict[Role, Desk], paths: list[tuple[Role, str]]
) -> None:
    wrong: list[tuple[int, str, str]] = []
    statuses: Counter[int] = Counter()
    for seed in range(FORMS):
        dice = Dice(f"form {seed}")
        role, path = dice.pick(paths)
        desk = desks[role]
        token = desk.get("/desk/sign-in").token or ""
        try:
            with watched(), capture_logs() as logged:
                answer = desk.client.post(
                    path, data=body(dice, token), content_type="application/x-www-form-urlencoded"
                )
        except Hangs as hangs:
            wrong.append((seed, path, str(hangs)))
            continue
        statuses[answer.status_code] += 1
        said = [word for word in NEVER if word in answer.text]
        if answer.status_code >= 500 or said or CANARY in str(logged) or answer.mimetype != "text/html":
            wrong.append((seed, path, f"{answer.status_code} {said}"))
    assert wrong == []
    sys.stdout.write(f"{FORMS} forms: {dict(statuses)}\n")
    assert {303, 422} <= set(statuses), statuses


def test_every_role_has_a_form_to_send(paths: list[tuple[Role, str]]) -> None:
    assert {role for role, _ in paths} >= {Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF, Role.AUDITOR}
    assert len(paths) >= 10
