"""What was asked, in lines for those who may not learn of anything protected."""

from collections.abc import Iterator

from api.pages.answers.asked import OTHERS
from api.pages.enquiries.words import PLACES, PURPOSES, RELATIONSHIPS, STATUSES
from api.pages.proposals import proposal_in_words
from api.pages.words import role_in_words
from riskflag.enquiry import AddressEnquiry, Occupant
from riskflag.explanation import moment
from riskflag.facts.dates import written_date
from riskflag.service import Actor, StoredAssessment
from riskflag.vocabulary import Relationship

NOT_SET = "Not set yet"
NOT_SAID = "relationship not known"


def known_lines(stored: StoredAssessment, reader: Actor) -> Iterator[tuple[str, str]]:
    """What was asked, by whom and when: each line with its label. Of what another asked, nothing is said that
    may be in confidence: what they added in words of their own, and whether the household is all named."""
    theirs = Actor(stored.asked_by, stored.asked_role) == reader
    enquiry = stored.enquiry if theirs else stored.enquiry.known_part()
    yield "Proposed", proposal_in_words(enquiry)
    yield "Why it was asked", PURPOSES[enquiry.purpose]
    yield "Release date", written_date(enquiry.release_date, NOT_SET)
    yield "Sort of place", PLACES[enquiry.placement]
    if isinstance(enquiry, AddressEnquiry):
        yield "How far it is settled", STATUSES[enquiry.status]
    if enquiry.occupants:
        others = [OTHERS] if theirs and enquiry.occupants_stated is False else []
        yield "Who lives or stays there", "; ".join([*map(_occupant, enquiry.occupants), *others])
    elif theirs:
        yield "Who lives or stays there", "Nobody else" if enquiry.occupants_stated else "Not known"
    if theirs and enquiry.notes:
        yield "Notes", enquiry.notes
    yield "Asked", f"{moment(stored.asked_at)}, by {stored.asked_by} ({role_in_words(stored.asked_role)})"


def _occupant(occupant: Occupant) -> str:
    stays = ", stays there at times" if occupant.visits_only else ""
    said = RELATIONSHIPS[occupant.who.relationship].lower()
    relationship = NOT_SAID if occupant.who.relationship is Relationship.UNKNOWN else said
    return f"{occupant.who.name} ({relationship}{stays})"
