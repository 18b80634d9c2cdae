"""Who is asking, and what each route allows. A route that declares no policy refuses everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from flask import current_app, g, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import BadRequest, Unauthorized

from api.bodies import ENQUIRY_BYTES
from api.wiring import wired
from riskflag.errors import NotAllowed
from riskflag.service import Actor
from riskflag.vocabulary import Role

View = TypeVar("View", bound=Callable[..., Any])
_DECLARED = "policy"


class Anybody(Enum):
    """Readers who need not say who they are. Not an empty set of roles, which nobody is in."""

    KNOWN_OR_NOT = "known or not"


PUBLIC = Anybody.KNOWN_OR_NOT
EVERY_ROLE = frozenset(Role)
OFFICER = frozenset({Role.RESPONSIBLE_OFFICER})
OFFICER_AND_STAFF = OFFICER | {Role.RESETTLEMENT_STAFF}


@dataclass(frozen=True, slots=True)
class Policy:
    """What a route allows.

    roles: who may ask, where it is not public
    public: whether anybody may, known or not
    refusals: statuses of its own with which it may refuse
    largest_body: the most bytes that it reads
    """

    roles: frozenset[Role]
    public: bool
    refusals: tuple[int, ...]
    largest_body: int


def policy(
    roles: frozenset[Role] | Anybody, *, refusals: tuple[int, ...] = (), largest_body: int = ENQUIRY_BYTES
) -> Callable[[View], View]:
    """Declares what a route allows: ``PUBLIC``, or the roles that may ask."""

    def declare(view: View) -> View:
        public = isinstance(roles, Anybody)
        declared = Policy(
            frozenset() if isinstance(roles, Anybody) else roles, public, refusals, largest_body
        )
        vars(view)[_DECLARED] = declared
        vars(view)["_apidoc"] = {**vars(view).get("_apidoc", {}), _DECLARED: declared}
        return view

    return declare


def declared_policy(view: Callable[..., Any]) -> Policy | None:
    """What a view declares; None where it declares nothing."""
    found = vars(view).get(_DECLARED)
    return found if isinstance(found, Policy) else None


def guard() -> None:
    """Stands before every view. Raises Unauthorized, NotAllowed and BadRequest."""
    if request.routing_exception is not None or request.endpoint is None:
        return
    declared = declared_policy(current_app.view_functions[request.endpoint])
    if declared is None:
        raise NotAllowed("nobody may do this")
    # One more than is taken: a body sent in pieces is cut off at this length, and must not look whole.
    request.max_content_length = declared.largest_body + 1
    if not declared.public:
        g.actor = _recognised()
        if g.actor.role not in declared.roles:
            raise NotAllowed("this role may not do this")
    if request.query_string:
        # What stands behind a question mark is kept in the logs of everything on the way.
        raise BadRequest


def actor() -> Actor:
    """Who is asking. Raises Unauthorized on a public route, where nobody was asked who they are."""
    found = g.get("actor")
    if not isinstance(found, Actor):
        raise _unknown_reader()
    return found


def _recognised() -> Actor:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise _unknown_reader()
    try:
        return wired().tokens.read(token.strip())
    except NotAllowed:
        refused = _unknown_reader(error="invalid_token")
    raise refused


def _unknown_reader(**said: str | None) -> Unauthorized:
    return Unauthorized(www_authenticate=WWWAuthenticate("bearer", {"realm": "riskflag", **said}))
