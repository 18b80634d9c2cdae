"""Answers to whoever may see people leave on the beat, whatever they say; no other role waits."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import api.answer_times
from api.answer_times import BEAT_SECONDS, until_beat
from riskflag.access import READERS
from riskflag.casebook import EX_PARTNER, PROPOSED, REFERRED, case, protected_place
from riskflag.vocabulary import Role
from tests.api.world import NOBODY_HELD, STAFF, World, dict_of, enquiry_body, make_world

HELD = case(protected_place(EX_PARTNER, PROPOSED))
NUMBER = {"noms_number": HELD.dossier.person.noms_number}
ASKED = [
    pytest.param("POST", "/people/find", NUMBER, 200, id="somebody is found"),
    pytest.param("POST", "/people/find", {"noms_number": "Z9999ZZ"}, 404, id="nobody is found"),
    pytest.param("POST", "/people/{}/address-enquiries", enquiry_body(), 201, id="an address"),
    pytest.param("POST", "/people/{}/referral-enquiries", dict_of(REFERRED), 201, id="a referral"),
    pytest.param("POST", "/people/{}/address-enquiries", {"purpose": 1}, 422, id="a body that is wrong"),
    pytest.param("GET", f"/assessments/{NOBODY_HELD}", None, 404, id="an answer that is not there"),
    pytest.param("PUT", "/people/{}/records", {}, 403, id="what they may not do"),
]


class Waiting:
    """Counts how long was waited, and lets a clock of its own say how long the work takes."""

    def __init__(self) -> None:
        self.now, self.waited = 0.0, list[float]()

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)

    def work(self) -> float:
        """The clock, by which a thirtieth of a second passes each time that somebody looks."""
        self.now += 1 / 30
        return self.now


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Waiting:
    made = Waiting()
    monkeypatch.setattr(api.answer_times, "perf_counter", made.work)
    return made


@pytest.fixture
def world(tmp_path: Path, key_home: Path, waiting: Waiting) -> Iterator[World]:
    made = make_world(tmp_path, key_home, waiting.wait)
    yield made
    made.service.close()


@pytest.mark.parametrize("role", sorted(READERS))
@pytest.mark.parametrize(("method", "path", "body", "status"), ASKED)
def test_whatever_readers_are_answered_leaves_on_the_beat(
    world: World, waiting: Waiting, method: str, path: str, body: object, status: int, role: Role
) -> None:
    """An officer too: it takes longer to find somebody whom they may not see than to find nobody."""
    person_id = world.hold(HELD)
    waiting.waited.clear()
    assert world.ask(method, path.format(person_id), body, role).status_code == status
    assert waiting.waited == [pytest.approx(BEAT_SECONDS - 1 / 30)]


def test_no_sender_chooses_when_the_beat_falls(world: World, waiting: Waiting) -> None:
    """A body that comes just before the beat would tell on which side of it the work ended."""
    sent = json.dumps(enquiry_body()).encode()

    class Slow:
        def read(self, size: int = -1, /) -> bytes:
            waiting.now += BEAT_SECONDS - 1 / 90
            return sent

    answer = world.app.test_client().post(
        f"/people/{world.hold(HELD)}/address-enquiries",
        headers={"Authorization": f"Bearer {world.token(STAFF)}", "Content-Type": "application/json"},
        environ_overrides={"wsgi.input": Slow(), "CONTENT_LENGTH": str(len(sent))},
    )
    assert answer.status_code == 201
    assert waiting.waited == [pytest.approx(BEAT_SECONDS - 1 / 30)]


@pytest.mark.parametrize("role", [role for role in [*Role, None] if role not in READERS])
@pytest.mark.parametrize(("method", "path", "body"), [each.values[:3] for each in ASKED])
def test_no_other_role_waits(
    world: World, waiting: Waiting, method: str, path: str, body: object, role: Role | None
) -> None:
    world.ask(method, path.format(world.hold(HELD)), body, role)
    assert waiting.waited == []


@pytest.mark.parametrize(
    ("elapsed", "beats"),
    [
        pytest.param(0.0, 1, id="no time at all"),
        pytest.param(0.012, 1, id="an ordinary enquiry"),
        pytest.param(0.099, 1, id="just in time"),
        pytest.param(0.101, 2, id="just too late"),
        pytest.param(1.95, 20, id="a slow disk"),
    ],
)
def test_an_answer_leaves_on_the_next_beat(elapsed: float, beats: int) -> None:
    assert elapsed + until_beat(elapsed) == pytest.approx(beats * BEAT_SECONDS)


@given(st.floats(0, 60))
def test_nobody_waits_for_longer_than_a_beat_or_less_than_not_at_all(elapsed: float) -> None:
    assert 0 <= until_beat(elapsed) <= BEAT_SECONDS + 1e-9
