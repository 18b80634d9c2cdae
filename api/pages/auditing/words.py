"""What alerts and entries of the audit mean, as an auditor reads them."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from api.pages.words import ROLES, in_words
from riskflag.explanation import moment
from riskflag.persistence.audit import Action
from riskflag.persistence.audit_examined import Examined
from riskflag.probing.asked import AlertKind
from riskflag.reference.thresholds import (
    PROBING_AREA_COUNT,
    PROBING_AREA_METRES,
    PROBING_DAYS,
    PROBING_HARD_CAP,
    PROBING_HOUSEHOLDS,
    PROBING_PEOPLE,
    PROBING_SHAPE_COUNT,
    PROBING_SLOW_COUNT,
    PROBING_SLOW_DAYS,
    PROBING_SOFT_CAP,
    PROBING_SPELLINGS,
    PROBING_STREET_DOORS,
    PROBING_TURN_ACCOUNTS,
    PROBING_TURN_COUNT,
    PROBING_UNITS,
)

DAYS = f"in {PROBING_DAYS.value} days"
ALERTS: Mapping[AlertKind, str] = {
    AlertKind.SOFT_CAP: (
        f"{PROBING_SOFT_CAP.value} addresses or more for one person {DAYS}, by everybody together"
    ),
    AlertKind.HARD_CAP: (
        f"More than {PROBING_HARD_CAP.value} addresses for one person {DAYS}. Beyond that another "
        "responsible officer must agree"
    ),
    AlertKind.SLOW_SEARCH: (
        f"{PROBING_SLOW_COUNT.value} addresses or more for one person in {PROBING_SLOW_DAYS.value} days: "
        "a search may be slow"
    ),
    AlertKind.ONE_AREA: (
        f"{PROBING_AREA_COUNT.value} addresses or more for one person, all within "
        f"{PROBING_AREA_METRES.value} metres: somebody may be looking for a home in one area"
    ),
    AlertKind.ONE_BUILDING: f"{PROBING_UNITS.value} flats or more of one building for one person",
    AlertKind.CLOSING_IN: (
        f"{PROBING_SHAPE_COUNT.value} addresses for one person, each nearer to one spot than the last"
    ),
    AlertKind.EVENLY_SPACED: (
        f"{PROBING_SHAPE_COUNT.value} addresses for one person that lie in a ring or a grid, as in a search"
    ),
    AlertKind.ONE_ACCOUNT: (
        f"{PROBING_SOFT_CAP.value} addresses or more for one person {DAYS}, all asked by one account"
    ),
    AlertKind.TAKING_TURNS: (
        f"{PROBING_TURN_COUNT.value} addresses or more for one person, shared out among "
        f"{PROBING_TURN_ACCOUNTS.value} accounts or more"
    ),
    AlertKind.BOTH_KINDS: (
        f"{PROBING_TURN_COUNT.value} addresses or more for one person, some asked as homes and some as sites "
        "of referrals"
    ),
    AlertKind.MANY_SPELLINGS: (
        f"One address for one person, written in {PROBING_SPELLINGS.value} ways or more"
    ),
    AlertKind.MANY_HOUSEHOLDS: (
        f"{PROBING_HOUSEHOLDS.value} or more different households said to live at one place: somebody may "
        "want to know who lives with whom"
    ),
    AlertKind.MANY_PEOPLE: (
        f"One place asked about for {PROBING_PEOPLE.value} people or more: somebody may want to know who is "
        "barred from there"
    ),
    AlertKind.STREET_DOOR_BY_DOOR: (
        f"{PROBING_STREET_DOORS.value} doors or more of one street asked about by one account, for more than "
        "one person"
    ),
}
"""What each kind of alert looks like."""

ACTIONS: Mapping[str, str] = {
    "person_stored": "Stored somebody with their records",
    "records_replaced": "Replaced somebody's records",
    "payload_imported": "Imported records of somebody",
    "person_sought": "Looked for somebody by a number, or by a name and date of birth",
    "person_read": "Read who somebody is",
    "place_register_replaced": "Replaced the place register",
    "address_assessed": "Asked about an address",
    "referral_assessed": "Asked about a referral",
    "case_checked": "Checked a case that came with its records",
    "assessment_read": "Read an answer",
    "served_inputs_read": "Read what a model was given, without names",
    "access_refused": "Asked for somebody whom they may not see",
    "search_refused": "Looked for somebody whom they may not see",
    "asked_too_often": "Asked too often",
    "sealed_anew": "Sealed what is held with a new key",
    "backed_up": "Made a copy of the database",
    "restored": "Put a copy of the database in its place",
    "own_data_exported": "Took out all that is held of somebody",
    "second_person_needed": "Asked about more addresses than the cap",
    "further_places_agreed": "Agreed to more addresses for somebody",
    "alerts_read": "Read the alerts",
    "audit_read": "Read who looked",
    "audit_checked": "Checked the audit",
    "fewer_places_accepted": "Accepted a place register with far fewer places",
    "places_indexed": "Made the index of places anew",
    "signed_in": "Signed in",
    "signed_out": "Signed out",
    "sessions_ended": "Signed an account out everywhere",
    "decision_recorded": "Recorded a decision",
    "decisions_read": "Read what was decided",
    "caseload_read": "Read their list of decisions needed, with this person on it",
    "enquiries_listed": "Read their list of enquiries, with this person on it",
    "decisions_exported": "Took out every decision",
    "screening_begun": "Began to screen what stands for everybody",
    "screening_ended": "Screened what stands for everybody",
    "premises_listed": "Put premises on the list of known ones",
    "premises_removed": "Took premises off the list of known ones",
    "premises_read": "Read the list of known premises",
}
"""What was done, in words."""

REFUSED = frozenset(
    {
        Action.ACCESS_REFUSED,
        Action.SEARCH_REFUSED,
        Action.ASKED_TOO_OFTEN,
        Action.SECOND_PERSON_NEEDED,
    }
)
"""What was not done: whoever asked was refused."""

_ROLES = {role.value: said for role, said in ROLES.items()}


def action_in_words(action: str) -> str:
    """What was done. What only meddling could have left there is shown as it stands."""
    return ACTIONS.get(action) or in_words(action)


def is_refused(action: str) -> bool:
    """Whether whoever asked was refused."""
    return action in {each.value for each in REFUSED}


def role_of(role: str) -> str:
    """A role as it stands in an entry, whatever that is."""
    return _ROLES.get(role, role)


def moment_of(at: str) -> str:
    """A moment as it stands in an entry, whatever that is."""
    try:
        return moment(datetime.fromisoformat(at))
    except (ValueError, OverflowError):
        return at


def troubles(examined: Examined) -> Iterator[str]:
    """What does not hold or could not be looked at, the gravest first; nothing where all was looked at and
    nothing was found."""
    if examined.chain.broken is not None:
        yield "The audit was meddled with: its chain is broken"
    if examined.contradicts:
        yield "What is held is not what the audit vouches for"
    if examined.unguarded:
        yield "What guards the audit was altered"
    if examined.not_looked_at:
        yield "Not everything could be looked at"
