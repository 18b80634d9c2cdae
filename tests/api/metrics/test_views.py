"""What is counted, that it tells nothing protected, and who may read it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from api.app import create_app
from api.metrics.measures import LONGER, SECONDS, Measures
from api.metrics.readings import READINGS
from api.wiring import Wiring
from riskflag.casebook import EX_PARTNER, HIM, PROPOSED, Case, case, order, protected_place, term
from riskflag.classifier.scorer import UNUSABLE_MODEL, ModelUse
from riskflag.dossier import MissingReason
from riskflag.errors import StoreUnavailable
from riskflag.facts import Facts
from riskflag.records import Record
from riskflag.rule import Outcome
from riskflag.rulebook import build_rulebook
from riskflag.sending.envelope import Channel
from riskflag.service import Service
from riskflag.vocabulary import EnquiryKind, ProhibitionKind, Role, Source, Verdict
from tests.api.metrics.counts import SECRET, counts, page, total, watched
from tests.api.test_two_worlds import KNOWN, SECRETS, with_secret
from tests.api.world import NOBODY_HELD, STAFF, World, dict_of
from tests.test_rulebook import FOUND, NOTHING, a_rule, explodes, late_with, ticking

OPEN = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
HIDDEN = case(
    order(term(ProhibitionKind.NO_CONTACT)), protected_place(EX_PARTNER, PROPOSED), lives_with=(EX_PARTNER,)
)
PERSONAL = (
    *HIM.name.split(),
    *EX_PARTNER.name.split(),
    str(HIM.noms_number),
    str(PROPOSED.postcode),
    "a reader",
)


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    made = watched(tmp_path, key_home)
    yield made
    made.service.close()


def enquire(world: World, held: Case, role: Role = STAFF) -> str:
    person_id = world.hold(held)
    answer = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(held.enquiry), role)
    assert answer.status_code == 201
    return person_id


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Authorization": f"Bearer {SECRET}"}, 200, id="the secret"),
        pytest.param({"Authorization": f"bearer  {SECRET} "}, 200, id="the secret, written loosely"),
        pytest.param({"Authorization": f"Bearer {SECRET}x"}, 401, id="more than the secret"),
        pytest.param({"Authorization": f"Bearer {SECRET[:-1]}"}, 401, id="less than the secret"),
        pytest.param({"Authorization": f"Basic {SECRET}"}, 401, id="shown otherwise"),
        pytest.param({"Authorization": "Bearer"}, 401, id="no secret"),
        pytest.param({"Authorization": "Bearer é"}, 401, id="letters that no secret has"),
        pytest.param({}, 401, id="nothing shown"),
    ],
)
def test_who_shows_the_secret_reads(world: World, headers: Mapping[str, str], status: int) -> None:
    assert world.ask("GET", "/metrics", role=None, headers=headers).status_code == status


@pytest.mark.parametrize("role", Role)
def test_no_role_of_the_service_reads_them(world: World, role: Role) -> None:
    assert world.ask("GET", "/metrics", role=role).status_code == 403


def test_where_no_secret_is_set_nobody_reads(world: World) -> None:
    closed = replace(world.settings, metrics_token=None)
    other = replace(world, app=create_app(closed, world.service, clock=world.clock))
    for shown in ("None", "", "off", SECRET):
        assert (
            other.ask("GET", "/metrics", role=None, headers={"Authorization": f"Bearer {shown}"}).status_code
            == 401
        )


def test_the_secret_opens_nothing_else(world: World) -> None:
    for path in ("/rules", f"/assessments/{NOBODY_HELD}"):
        answer = world.ask("GET", path, role=None, headers={"Authorization": f"Bearer {SECRET}"})
        assert answer.status_code == 401


def test_requests_are_counted_as_they_were_declared(world: World) -> None:
    person_id = enquire(world, OPEN)
    world.ask("GET", "/people/A0001AA")
    world.ask("Neil", "/rules")
    told = {
        (labels["route"], labels["method"], labels["status"], labels["role"]): value
        for (name, held), value in counts(world).items()
        if name == "riskflag_requests_total"
        for labels in (dict(held),)
    }
    assert told["/people/<opaque:person_id>/address-enquiries", "POST", "201", "resettlement_staff"] == 1
    assert told["none", "GET", "404", "none"] == 1
    assert told["none", "other", "405", "none"] == 1
    assert person_id not in page(world)


def test_no_label_holds_anything_free(world: World) -> None:
    enquire(world, HIDDEN)
    for method, path in (("GET", "/Neil-Example"), ("NEIL", "/rules"), ("GET", "/info?name=Neil")):
        world.ask(method, path)
    routes = {rule.rule for rule in world.app.url_map.iter_rules()} | {"none"}
    closed = {
        "route": routes,
        "method": {"GET", "POST", "other"},
        "status": {"200", "201", "400", "404", "405"},
        "role": {*(role.value for role in Role), "none"},
        "kind": {kind.value for kind in EnquiryKind},
        "verdict": {verdict.value for verdict in Verdict},
        "source": {*(source.value for source in Source), "none"},
        "reason": {reason.value for reason in MissingReason},
        "use": {use.value for use in ModelUse},
        "what": {"waiting", "set_aside", "oldest_seconds"},
        "channel": {channel.value for channel in Channel},
        "le": {*(str(bound) for bound in SECONDS), "+Inf"},
    }
    for name, held in counts(world):
        for label, value in held:
            assert name == "riskflag_running" or value in closed[label], (name, label)
    assert [word for word in PERSONAL if word.lower() in page(world).lower()] == []


@pytest.mark.parametrize("secret", SECRETS)
def test_worlds_that_differ_in_what_is_protected_count_alike(
    tmp_path: Path, key_home: Path, secret: Record
) -> None:
    told = []
    for number, held in enumerate((KNOWN, with_secret(secret))):
        folder = tmp_path / str(number)
        folder.mkdir()
        world = watched(folder, key_home)
        for role in (STAFF, Role.RESPONSIBLE_OFFICER):
            enquire(world, held, role)
        told.append({sample: value for sample, value in counts(world).items() if "seconds" not in sample[0]})
        world.service.close()
    assert told[0] == told[1]


def test_answers_are_counted_by_what_staff_could_be_told(world: World) -> None:
    enquire(world, OPEN, Role.RESPONSIBLE_OFFICER)
    assert total(world, "riskflag_answers_total", kind="address", verdict="flags_raised") == 1
    assert total(world, "riskflag_answers_total") == 1
    assert total(world, "riskflag_gaps_total", reason="withheld") > 0


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(explodes, id="it broke"),
        pytest.param(late_with(NOTHING), id="it was late"),
        pytest.param(late_with(FOUND), id="what it found stands, and it was late"),
    ],
)
def test_a_rule_that_fails_is_counted_once_an_answer_and_not_named(
    world: World, check: Callable[[Facts], Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskflag.rulebook.perf_counter", lambda: sum(ticking))
    broken = a_rule(check)
    service = Service(world.service._store, build_rulebook([broken], ""), world.clock)
    other = replace(world, app=create_app(world.settings, service, clock=world.clock), service=service)
    enquire(other, OPEN)
    assert total(other, "riskflag_rules_failed_total") == 1
    assert broken.code not in page(other)


def test_what_cannot_be_recorded_and_what_nobody_foresaw_are_counted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, count in ((StoreUnavailable("x"), "store_unavailable"), (ValueError("x"), "unexpected")):

        def fail(*_: object, raised: Exception = error) -> None:
            raise raised

        monkeypatch.setattr(Service, "read_assessment", fail)
        world.ask("GET", f"/assessments/{NOBODY_HELD}")
        assert total(world, f"riskflag_{count}_total") == 1


def test_it_is_told_whether_a_model_speaks(world: World) -> None:
    assert total(world, "riskflag_model", use="off") == 1
    world.service.scorer = UNUSABLE_MODEL
    assert total(world, "riskflag_model", use="off") == 0
    assert total(world, "riskflag_model", use="unusable") == 1


def test_a_reading_that_fails_is_unknown_and_takes_no_other_with_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Wiring) -> None:
        raise StoreUnavailable("the password is swordfish")

    monkeypatch.setitem(READINGS, "riskflag_rules", fail)
    told = page(world)
    assert "\nriskflag_rules NaN\n" in told
    assert "swordfish" not in told
    assert total(world, "riskflag_running") == 1


@pytest.mark.parametrize(
    ("took", "told"),
    [
        pytest.param(0.0001, SECONDS[0], id="hardly any time"),
        pytest.param(0.0312, 0.05, id="some time"),
        pytest.param(0.05, 0.05, id="just a bound"),
        pytest.param(37.123, LONGER, id="longer than the last bound"),
    ],
)
def test_time_is_told_no_finer_than_its_bounds(took: float, told: float) -> None:
    counted = Measures()
    counted.request("/rules", "GET", 200, None, took)
    value = counted.registry.get_sample_value(
        "riskflag_request_seconds_sum", {"route": "/rules", "method": "GET"}
    )
    assert value == told


def test_the_process_is_told_of(world: World) -> None:
    assert "process_start_time_seconds" in page(world)
    assert total(world, "riskflag_rules") > 0
