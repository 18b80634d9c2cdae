"""Who is asking, and what each route allows. A route that declares no policy refuses everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from flask import current_app, g, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import BadRequest, Unauthorized

from api.bodies import ENQUIRY_BYTES
from api.metrics.secret import shows_secret
from api.pages.sessions import signed_in
from api.wiring import wired
from riskflag.errors import NotAllowed
from riskflag.service import Actor
from riskflag.vocabulary import Role

View = TypeVar("View", bound=Callable[..., Any])
_DECLARED = "policy"
PAGES = "desk"
"""The blueprint of the pages."""


class Anybody(Enum):
    """Readers who need not say who they are. Not an empty set of roles, which nobody is in."""

    KNOWN_OR_NOT = "known or not"


class Machine(Enum):
    """Readers that are in no role, and show a secret of their own instead of a token."""

    MONITORING = "the monitoring system"


PUBLIC = Anybody.KNOWN_OR_NOT
MONITORING = Machine.MONITORING
RECORD_FEED = frozenset({Role.RECORD_FEED})
EVERY_READER = frozenset(Role) - RECORD_FEED
OFFICER = frozenset({Role.RESPONSIBLE_OFFICER})
AUDITOR = frozenset({Role.AUDITOR})
DATA_SCIENTIST = frozenset({Role.DATA_SCIENTIST})
OFFICER_AND_STAFF = OFFICER | {Role.RESETTLEMENT_STAFF}


@dataclass(frozen=True, slots=True)
class Policy:
    """What a route allows.

    roles: who may ask, where it is not public
    public: whether anybody may, known or not
    monitoring: whether the monitoring system may, and nobody else
    refusals: statuses of its own with which it may refuse
    largest_body: the most bytes that it reads
    takes_query: whether something may stand behind a question mark
    """

    roles: frozenset[Role]
    public: bool
    monitoring: bool
    refusals: tuple[int, ...]
    largest_body: int
    takes_query: bool


def policy(
    roles: frozenset[Role] | Anybody | Machine,
    *,
    refusals: tuple[int, ...] = (),
    largest_body: int = ENQUIRY_BYTES,
    takes_query: bool = False,
) -> Callable[[View], View]:
    """Declares what a route allows: ``PUBLIC``, ``MONITORING``, or the roles that may ask."""

    def declare(view: View) -> View:
        in_roles = roles if isinstance(roles, frozenset) else frozenset()
        declared = Policy(in_roles, roles is PUBLIC, roles is MONITORING, refusals, largest_body, takes_query)
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
    if not declared.public and not (declared.monitoring and _is_monitoring()):
        g.actor = _signed_in() if on_page() else _recognised()
        if g.actor.role not in declared.roles:
            raise NotAllowed("this role may not do this")
    if request.query_string and not declared.takes_query:
        # What stands behind a question mark is kept in the logs of everything on the way.
        raise BadRequest


def actor() -> Actor:
    """Who is asking. Raises Unauthorized on a public route, where nobody was asked who they are."""
    found = g.get("actor")
    if not isinstance(found, Actor):
        raise _unknown_reader()
    return found


def on_page() -> bool:
    """Whether a page is asked for, whose readers sign in. Nothing else takes a cookie for somebody's word."""
    return request.blueprint is not None and request.blueprint.partition(".")[0] == PAGES


def _signed_in() -> Actor:
    reader = signed_in()
    if reader is None:
        raise _unknown_reader()
    return reader


def _is_monitoring() -> bool:
    return shows_secret(_shown(), wired().settings)


def _shown() -> str:
    """The token that was sent; nothing where none was."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _recognised() -> Actor:
    token = _shown()
    if not token:
        raise _unknown_reader()
    try:
        return wired().tokens.read(token)
    except NotAllowed:
        refused = _unknown_reader(error="invalid_token")
    raise refused


def _unknown_reader(**said: str | None) -> Unauthorized:
    return Unauthorized(www_authenticate=WWWAuthenticate("bearer", {"realm": "riskflag", **said}))
