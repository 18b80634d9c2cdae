"""Several proposals of one person that are answered together are answered as each would be alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.assessment import assess, assess_each
from riskflag.casebook import TODAY, Case, case
from riskflag.dossier import PlaceKnowledge
from riskflag.enquiry import Enquiry
from riskflag.persistence.codec import encode
from riskflag.records import OrderRole
from riskflag.rulebook import load_rulebook
from riskflag.service import scorer_from
from tests.facts.everything import CASES, ENQUIRIES, MAYBE_DAYS, ORDERS, RECORDS

RULEBOOK = load_rulebook()
SCORER = scorer_from(Path(__file__).parents[2] / "models")
STARTS, ENDS = (5, 100, 1000), (None, 1, 50, 500)
"""In how many days orders start, and the licences end that are asked about; of some nobody knows the end."""
STARTS_LATER = st.builds(
    lambda made, days: replace(
        made,
        person_is=OrderRole.BOUND,
        made_on=TODAY + timedelta(days),
        expires_on=None,
        discharged_on=None,
        variations=(),
    ),
    ORDERS,
    st.sampled_from(STARTS),
)
PEOPLE = CASES | st.builds(
    lambda orders, records: case(*orders, *records),
    st.lists(STARTS_LATER, min_size=1, max_size=3),
    st.lists(RECORDS, max_size=6),
)
"""Anybody, and people on whom orders fall that bind them on some of the days asked about."""
QUESTIONS: st.SearchStrategy[tuple[Enquiry, PlaceKnowledge]] = st.builds(
    lambda asked, release, ends, of: (
        replace(
            asked,
            release_date=release,
            licence_ends_on=None if ends is None else TODAY + timedelta(ends),
            occupants=of.enquiry.occupants,
        ),
        of.place,
    ),
    ENQUIRIES,
    MAYBE_DAYS,
    st.sampled_from(ENDS),
    CASES,
)


@settings(max_examples=250)
@given(PEOPLE, st.lists(QUESTIONS, min_size=2, max_size=4), st.booleans())
def test_answers_given_together_are_byte_for_byte_those_given_alone(
    of: Case, asked: list[tuple[Enquiry, PlaceKnowledge]], as_staff_know_it: bool
) -> None:
    dossier = of.dossier.known_part() if as_staff_know_it else of.dossier
    together = assess_each(dossier, asked, RULEBOOK, SCORER)
    alone = [assess(dossier, enquiry, place, RULEBOOK, SCORER) for enquiry, place in asked]
    assert [encode(each) for each in together] == [encode(each) for each in alone]


def test_a_model_scores_in_the_answers_that_are_compared() -> None:
    assert SCORER.model is not None
