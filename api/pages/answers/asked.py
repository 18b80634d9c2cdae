"""What was asked, in lines for the officer who reads the answer."""

from collections.abc import Iterator
from datetime import date

from api.pages.proposals import how_soon, proposal_in_words
from api.pages.words import in_words
from riskflag.enquiry import Enquiry, Occupant
from riskflag.explanation import moment
from riskflag.facts.dates import written_date
from riskflag.service import StoredAssessment

NOT_KNOWN = "Not known. Find it out."
OTHERS = "there may be others"


def asked_lines(stored: StoredAssessment, today: date) -> Iterator[tuple[str, str]]:
    """What was asked, by whom and when: each line with its label. ``today``: in England and Wales."""
    enquiry = stored.enquiry
    yield "Proposed", proposal_in_words(enquiry)
    yield "Asked for", in_words(enquiry.purpose)
    yield "Release date", _day(enquiry.release_date, today)
    yield "Who lives or stays there", _household(enquiry)
    if enquiry.notes:
        yield "Also said", enquiry.notes
    yield "Asked", f"{moment(stored.asked_at)}, by {stored.asked_by}"


def _day(day: date | None, today: date) -> str:
    return f"{written_date(day)}, {how_soon(day, today)}" if day else NOT_KNOWN


def _household(enquiry: Enquiry) -> str:
    if enquiry.occupants:
        others = [OTHERS] if enquiry.occupants_stated is False else []
        return "; ".join([*map(_occupant, enquiry.occupants), *others])
    return "Nobody else" if enquiry.occupants_stated else "Nobody has said"


def _occupant(occupant: Occupant) -> str:
    stays = ", stays there at times" if occupant.visits_only else ""
    return f"{occupant.who.name} ({occupant.who.relationship.replace('_', ' ')}){stays}"
