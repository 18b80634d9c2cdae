"""A request made by chance from a seed: the same seed, the same request."""

import io
from typing import Any

from riskflag.vocabulary import Role
from tests.hostile.bodies import NUMBERS, enquiries, events, payloads, people, records
from tests.hostile.calling import Target, sender_of
from tests.hostile.requests import BODIES, HEADERS, ROUTES, WAYS_ROUND
from tests.hostile.values import EVERYTHING, Path, as_sent, at, like, places, with_value
from tests.properties.worlds import Dice

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY", "PROPFIND", "get", "")  # fmt: skip
ROLES = tuple(role.value for role in Role)
WRITERS = (Role.RESPONSIBLE_OFFICER.value, Role.RECORD_FEED.value)
TAKES = (
    *(("POST", "/people/find", NUMBERS), ("POST", "/people/{}/address-enquiries", enquiries(referral=False))),
    *(("POST", "/people/{}/referral-enquiries", enquiries(referral=True)), ("PUT", "/people/{}/records", records())),
    *(("POST", "/people/{}/payloads", payloads()), ("POST", "/people", people())),
    ("POST", "/events", events()),
)  # fmt: skip


def chance_request(target: Target, seed: int) -> dict[str, Any]:
    """A request that is nearly right, or one of anything at all, every second time."""
    dice = Dice(f"hostile {seed}")
    return _nearly_right(target, dice) if seed % 2 else _anything(target, dice)


def _nearly_right(target: Target, dice: Dice) -> dict[str, Any]:
    method, path, bodies = dice.pick(TAKES)
    held: object = dice.pick(bodies)
    for _ in range(dice.pick((0, 1, 1, 1, 2, 3))):
        where: Path = dice.pick(list(places(held)))
        held = with_value(held, where, dice.pick((*like(at(held, where)), dice.pick(EVERYTHING))))
    made = _request(target, method, path, as_sent(held), dice.pick((*[sender_of(path)] * 20, *ROLES)))
    return made | _some_headers(dice, dice.pick((0, 0, 0, 1)))


def _anything(target: Target, dice: Dice) -> dict[str, Any]:
    path = dice.pick((dice.pick(ROUTES), dice.pick(ROUTES), dice.pick(WAYS_ROUND), _bytes(dice)))
    body = dice.pick((dice.pick(BODIES), _bytes(dice).encode("latin-1")))
    made = _request(
        target,
        dice.pick((*("POST", "PUT", "GET") * 6, *METHODS, _bytes(dice))),
        path,
        body,
        dice.pick((None, *WRITERS * 3, *ROLES)),
    )
    odd: dict[str, Any] = {f"HTTP_{_bytes(dice)}": _bytes(dice) for _ in range(dice.number(3))}
    if dice.number(10) < 3:
        del made["CONTENT_LENGTH"]
        odd["wsgi.input_terminated"] = True
    return made | odd | _some_headers(dice, dice.number(4))


def _request(target: Target, method: str, path: str, body: bytes, role: str | None) -> dict[str, Any]:
    known = {"HTTP_AUTHORIZATION": f"Bearer {target.tokens[role]}"} if role else {}
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.replace("{}", target.assessment if "assessments" in path else target.person_id),
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **known,
    }


def _bytes(dice: Dice) -> str:
    return bytes(dice.number(256) for _ in range(1 + dice.number(30))).decode("latin-1")


def _some_headers(dice: Dice, count: int) -> dict[str, str]:
    return dict(dice.pick(HEADERS) for _ in range(count))
