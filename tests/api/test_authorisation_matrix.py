"""Every route, in every role and in none, about somebody in every state of access: who gets what.

The routes come from the URL map and what each allows from its declared policy. What is expected of every cell
is worked out from the two, and every cell is asked of the real service.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

import pytest
from werkzeug.test import TestResponse

from api.auth import Policy, declared_policy
from riskflag.access import GREATEST_AGE, READERS
from riskflag.casebook import ASKED, HIM, NOW, REFERRED, access_limitation, case, caseload_link
from riskflag.dossier import SourceCoverage
from riskflag.importers.person_records import by_kind
from riskflag.importers.plain import plain
from riskflag.records import AccessLimitation, CaseloadLink, Record
from riskflag.vocabulary import AgreementReason, NomsNumber, Role, Source
from tests.api.world import (
    FEED,
    NOBODY_HELD,
    OFFICER,
    READER,
    STAFF,
    World,
    dict_of,
    json_of,
    make_world,
    rules_of_the_api,
)

FRESH = SourceCoverage(NOW, answered=True, complete=True)
YESTERDAY = NOW.date() - timedelta(days=1)
NOBODY = "nobody is held"


@dataclass(frozen=True)
class State:
    """How things stand between the reader and somebody who is held.

    seen: whether the reader may see them
    limits: the limits on access
    ends_on: the last day of the caseload links; None where they have no end
    linked: whether there are such links
    told: what was asked of who may see the case
    """

    seen: bool = False
    limits: tuple[AccessLimitation, ...] = ()
    ends_on: date | None = None
    linked: bool = True
    told: SourceCoverage = FRESH

    @property
    def records(self) -> tuple[Record, ...]:
        """What is held about who may see the case."""
        return (*self.limits, *(self.links if self.linked else ()))

    @property
    def links(self) -> tuple[CaseloadLink, ...]:
        """The reader's caseload, in every role there is: none but two may use one."""
        links = (caseload_link(READER, role) for role in Role)
        return tuple(replace(link, ends_on=self.ends_on) for link in links)


STATES: Mapping[str, State | None] = {
    "on their caseload": State(seen=True),
    "not on their caseload": State(linked=False),
    "no longer on their caseload": State(ends_on=YESTERDAY),
    "excluded": State(limits=(access_limitation(READER),)),
    "restricted, and named": State(seen=True, limits=(access_limitation(restricted_to=(READER,)),)),
    "restricted to another": State(limits=(access_limitation(restricted_to=("another",)),)),
    "restricted and excluded": State(limits=(access_limitation(READER, restricted_to=(READER,)),)),
    "limited, who knows how": State(limits=(replace(access_limitation(), limited=True, restricted=None),)),
    "asked too long ago": State(told=replace(FRESH, asked_at=NOW - timedelta(minutes=6))),
    "answered in part": State(told=replace(FRESH, complete=False)),
    "never asked": State(told=SourceCoverage()),
    NOBODY: None,
}
SUCCESS = {200, 201, 202, 204}


@dataclass(frozen=True)
class Served:
    """A service in which somebody is held in every state, with an answer given when they could still be seen."""

    world: World
    tokens: Mapping[Role, str]
    people: Mapping[str, str]
    answers: Mapping[str, str]

    def ask(self, method: str, rule: str, state: str, role: Role | None) -> TestResponse:
        """Asks this route, in this role, about whoever is in this state."""
        sent = {} if role is None else {"Authorization": f"Bearer {self.tokens[role]}"}
        path = (
            rule.replace("<opaque:person_id>", self.people[state])
            .replace("<opaque:assessment_id>", self.answers[state])
            .replace("<rule_code:code>", "RO-ADDR-01")
        )
        return self.world.ask(method, path, body(method, rule, state), None, headers=sent)


def numbered(state: str) -> NomsNumber:
    """The number of whoever is in this state."""
    return NomsNumber(f"A{1000 + list(STATES).index(state)}ZZ")


def records_of(state: str, held: State | None = None) -> dict[str, object]:
    """Everything about whoever is in this state, as a feed sends it."""
    held = held or STATES[state] or State()
    dossier = case().dossier
    number = numbered(state) if STATES[state] else NomsNumber("B0001ZZ")
    return {
        "person": plain(replace(HIM, noms_number=number)),
        "records": plain(by_kind((*dossier.records, *held.records))),
        "coverage": plain({**dossier.coverage, Source.ACCESS_LIMITS: held.told}),
    }


def body(method: str, rule: str, state: str) -> object:
    """What is sent to this route; None where nothing is."""
    last = rule.rsplit("/", 1)[-1]
    sent: dict[str, Callable[[], object]] = {
        "people": lambda: records_of(state),
        "records": lambda: records_of(state),
        "find": lambda: {"noms_number": numbered(state)},
        "find-by-name": lambda: {"name": HIM.name, "date_of_birth": str(HIM.date_of_birth)},
        "payloads": lambda: {"taken_at": NOW.isoformat(), "payload": [{"alertId": 1, "alertCode": "XA"}]},
        "address-enquiries": lambda: dict_of(ASKED),
        "referral-enquiries": lambda: dict_of(REFERRED),
        "events": lambda: {"eventType": "probation-case.registration.added"},
        "agreements": lambda: {"reason": next(iter(AgreementReason))},
        "decisions": lambda: {"on": "proposal", "decision": "refused", "words": "no", "name": "P. Officer"},
    }
    return sent[last]() if method != "GET" and last in sent else None


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder, key = tmp_path_factory.mktemp("world"), tmp_path_factory.mktemp("key")
    world = make_world(folder, key, access_age=GREATEST_AGE)
    people, answers = {NOBODY: NOBODY_HELD}, {NOBODY: NOBODY_HELD}
    for state in (state for state, held in STATES.items() if held):
        made = world.ask("POST", "/people", records_of(state, State()), FEED)
        people[state] = json_of(made)["person_id"]
        asked = world.ask("POST", f"/people/{people[state]}/address-enquiries", dict_of(ASKED), OFFICER)
        answers[state] = asked.headers["Location"].rsplit("/", 1)[-1]
        world.ask("PUT", f"/people/{people[state]}/records", records_of(state), FEED)
    yield Served(world, {role: world.token(role) for role in Role}, people, answers)
    world.service.close()


def routes(world: World) -> list[tuple[str, str, Policy]]:
    """Every route with its policy, from the URL map."""
    return [
        (method, rule.rule, declared)
        for rule in rules_of_the_api(world.app)
        for method in sorted((rule.methods or set()) - {"HEAD"})
        if (declared := declared_policy(world.app.view_functions[rule.endpoint])) is not None
    ]


def about_somebody(rule: str) -> bool:
    """Whether the route is about one person who may be held."""
    return "<opaque:" in rule or rule == "/people/find"


def expected(declared: Policy, rule: str, role: Role | None, state: str) -> set[int]:
    """What the policy and the state of access make of it."""
    held = STATES[state]
    if declared.public:
        return SUCCESS
    if role is None:
        return {401}
    if role not in declared.roles:
        return {403}
    if about_somebody(rule) and (held is None or (role in READERS and not held.seen)):
        return {404}
    return SUCCESS


@pytest.mark.parametrize("role", [*Role, None])
@pytest.mark.parametrize("state", STATES)
def test_every_cell_is_as_the_policy_and_the_state_of_access_say(
    served: Served, state: str, role: Role | None
) -> None:
    found = routes(served.world)
    assert len(found) == len(rules_of_the_api(served.world.app))
    wrong = [
        (method, rule, answer.status_code)
        for method, rule, declared in found
        if (answer := served.ask(method, rule, state, role)).status_code
        not in expected(declared, rule, role, state)
    ]
    assert wrong == []


def test_how_many_cells_there_are(served: Served) -> None:
    found = routes(served.world)
    cells = [*product(found, [*Role, None], STATES)]
    assert len(cells) == len(found) * 6 * 12 >= 1000
    outcomes = {
        frozenset(expected(declared, rule, role, state)) for (_, rule, declared), role, state in cells
    }
    assert outcomes == {frozenset(each) for each in (SUCCESS, {401}, {403}, {404})}


UNSEEN = [state for state, held in STATES.items() if held and not held.seen]


@pytest.mark.parametrize("role", [OFFICER, STAFF])
@pytest.mark.parametrize("state", UNSEEN)
def test_one_who_may_not_be_seen_looks_exactly_like_nobody(served: Served, state: str, role: Role) -> None:
    for method, rule, declared in routes(served.world):
        if about_somebody(rule) and role in declared.roles:
            hidden, nobody = (served.ask(method, rule, each, role) for each in (state, NOBODY))
            assert (hidden.status, hidden.data) == (nobody.status, nobody.data), rule
            assert headers(hidden) == headers(nobody), rule


def headers(answer: TestResponse) -> list[tuple[str, str]]:
    """The headers, but for the one that is drawn anew for every request."""
    return [(name, value) for name, value in answer.headers if name != "X-Request-Id"]
