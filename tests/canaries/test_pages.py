"""No canary is on a page that is for somebody who may not see it, nor in what its forms come back with."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from api.pages.navigation import DESTINATIONS
from riskflag.vocabulary import PersonId, Role
from tests.api.metrics.counts import watched
from tests.api.world import World, on_desk
from tests.canaries.forms import found
from tests.canaries.places import seed
from tests.pages.desk import Desk, Page

OFFICER = Role.RESPONSIBLE_OFFICER
MAY_NOT_SEE = [role for role in Role if DESTINATIONS[role] and role is not OFFICER]
FORMS: tuple[dict[str, str], ...] = (
    {},
    {"number": "A1234BC", "noms_number": "A1234BC", "purpose": "release_planning"},
    {
        "purpose": "release_planning",
        "address.text": "5 Elder Row, Fernhill, ZZ1 1AA",
        "release_date-day": "1",
        "release_date-month": "12",
        "release_date-year": "2026",
        "text": "to live with her",
        "recipient": "housing_provider",
        "once": "a-form-that-is-sent-once",
    },
)


@dataclass(frozen=True)
class Seeded:
    """A service that holds canaries, about whom, and the officer's answer."""

    world: World
    person_id: PersonId
    answer: str

    def path(self, rule: str) -> str:
        return (
            rule.replace("<opaque:person_id>", self.person_id)
            .replace("<opaque:assessment_id>", self.answer)
            .replace("<rule_code:code>", "RO-ADDR-04")
            .replace("<anywhere:place>", "nowhere")
        )

    def rules(self, method: str) -> list[str]:
        rules = self.world.app.url_map.iter_rules()
        return [self.path(each.rule) for each in rules if on_desk(each) and method in (each.methods or set())]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    world = watched(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("key"))
    person_id, answer = seed(world.service)
    yield Seeded(world, person_id, answer.id)
    world.service.close()


def sent(page: Page) -> bytes:
    """All of a page: status, headers, body."""
    return b"\n".join((page.answer.status.encode(), str(page.answer.headers).encode(), page.answer.data))


@pytest.mark.parametrize("role", [*MAY_NOT_SEE, None])
def test_no_page_tells_it_to_whoever_may_not_see_it(seeded: Seeded, role: Role | None) -> None:
    desk = Desk(seeded.world)
    if role is not None:
        desk.sign_in(role)
    received = {path: sent(desk.get(path)) for path in seeded.rules("GET")}
    for path in (each for each in seeded.rules("POST") if not each.endswith(("/sign-in", "/sign-out"))):
        for number, form in enumerate(FORMS):
            page = desk.post(path, form)
            received[f"{path} {number}"] = sent(page)
            if page.location:
                received[f"{path} {number} and then"] = sent(desk.get(page.location))
    assert len(received) >= 10
    assert not any(content.startswith((b"5", b"429")) for content in received.values())
    assert found(received) == []


def test_the_officers_page_tells_it(seeded: Seeded) -> None:
    """What is looked for can be found: on the page that is for the officer alone."""
    desk = Desk(seeded.world)
    desk.sign_in(OFFICER)
    assert found({"officer": sent(desk.get(f"/desk/answers/{seeded.answer}"))})
