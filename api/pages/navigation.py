"""Where each role can go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import request

from riskflag.service import Actor
from riskflag.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Destination:
    """A page in the navigation.

    text: what it is called
    href: where it is
    """

    text: str
    href: str


HOME = "/desk/"
FIND = Destination("Find a person", "/desk/people")
ENQUIRIES = Destination("Your enquiries", "/desk/enquiries")
RULES = Destination("Rules", "/desk/rules")
DESTINATIONS: Mapping[Role, tuple[Destination, ...]] = {
    Role.RESETTLEMENT_STAFF: (FIND, ENQUIRIES, RULES),
    Role.RESPONSIBLE_OFFICER: (Destination("Decisions needed", "/desk/decisions"), FIND, ENQUIRIES, RULES),
    Role.DATA_SCIENTIST: (Destination("Models", "/desk/models"), RULES),
    Role.AUDITOR: (Destination("Alerts", "/desk/alerts"), Destination("Who looked", "/desk/audit"), RULES),
    Role.RECORD_FEED: (),
}
"""Where each role can go; the first is where it begins."""


def navigation_for(reader: Actor) -> Iterable[Mapping[str, object]]:
    """The navigation as the design system takes it, with the page that is shown marked."""
    return [
        {"text": each.text, "href": each.href, "active": _is_within(request.path, each.href)}
        for each in DESTINATIONS[reader.role]
    ]


def _is_within(path: str, href: str) -> bool:
    return path == href or path.startswith(f"{href}/")
