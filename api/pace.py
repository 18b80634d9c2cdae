"""Who asks too often waits. Asked before what was sent is looked at, and told by its account alone."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, request

from api.auth import actor
from api.metrics.measures import measures
from api.wiring import wired
from riskflag.errors import TooOften
from riskflag.pace import Asking

View = TypeVar("View", bound=Callable[..., Any])
_DECLARED = "pace"


def paced(asking: Asking) -> Callable[[View], View]:
    """Declares what asking this route counts as."""

    def declare(view: View) -> View:
        vars(view)[_DECLARED] = asking
        vars(view)["_apidoc"] = {**vars(view).get("_apidoc", {}), _DECLARED: asking}
        return view

    return declare


def declared_pace(view: Callable[..., Any]) -> Asking | None:
    """What asking a view counts as; None where it counts as nothing."""
    found = vars(view).get(_DECLARED)
    return found if isinstance(found, Asking) else None


def keep_pace() -> None:
    """Stands behind the guard and before every view. Raises TooOften and StoreUnavailable."""
    if request.routing_exception is not None or request.endpoint is None:
        return
    asking = declared_pace(current_app.view_functions[request.endpoint])
    pace = wired().settings.pace
    if asking is None or pace is None:
        return
    try:
        most = pace.enquiries if asking is Asking.ENQUIRY else pace.lookups
        wired().service.keep_pace(actor(), asking, most)
    except TooOften:
        measures().too_often(asking.value)
        raise
