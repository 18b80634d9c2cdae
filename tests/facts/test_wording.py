"""What free text says of a weapon, a fire or an address, and what it denies."""

import re
from dataclasses import replace

import pytest

from riskflag.casebook import OTHER_TOWN, PROPOSED, Case, case, decision, note
from riskflag.facts.wording import called_settled, called_unsuitable, mentions
from riskflag.records import Address, DecisionKind
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER, NOT_READABLE

WEAPON = re.compile(r"\bknife\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("found with a knife", True, id="plainly"),
        pytest.param("Knife in cell", True, id="whatever its case"),
        pytest.param("jackknifed lorry", False, id="part of another word"),
        pytest.param("no knife", False, id="denied"),
        pytest.param("denies knife", False, id="denied by him"),
        pytest.param("no known knife", False, id="denied with a word between"),
        pytest.param("no record. Knife seen in May", True, id="the denial belongs to the sentence before"),
        pytest.param("no doubt knife used", True, id="no doubt is not a denial"),
        pytest.param("no knife in 2019, knife in 2024", True, id="denied once and then said"),
        pytest.param("not a knife carrier", False, id="denied of him"),
        pytest.param("no evidence of a knife", False, id="there is no evidence of one"),
        pytest.param("no record of threats or any knife", False, id="denied second of two"),
        pytest.param("no record of threats, gang links or any knife", False, id="denied last of three"),
        pytest.param(
            "no record of threats, but arson or knife crime", True, id="what follows but is not denied"
        ),
        pytest.param("no record of threats, knife seen", True, id="a comma alone ends the denial"),
        pytest.param("no sign that the knife was his", False, id="denied of the thing itself"),
        pytest.param("no evidence that he was knife crime linked", False, id="denied in a clause"),
        pytest.param("no evidence of remorse for the knife", True, id="what is denied is remorse"),
        pytest.param("no evidence of insight, knife found", True, id="denied before the comma"),
        pytest.param("no further knife incidents", True, id="no further says that there was one"),
        pytest.param("no evidence of recent knife carrying", True, id="not lately says that there was one"),
        pytest.param("no knife carried since 2024", True, id="a denial that goes back to a year only"),
        pytest.param("", False, id="nothing written"),
    ],
)
def test_a_word_counts_unless_it_is_denied(text: str, expected: bool) -> None:
    assert mentions(WEAPON, text) is expected


@pytest.mark.parametrize(
    ("of", "against", "for_it"),
    [
        pytest.param(case(note("would not be considered suitable")), 1, 0, id="not suitable, in many words"),
        pytest.param(case(note("Unsuitable: overcrowded")), 1, 0, id="unsuitable"),
        pytest.param(case(note("settled accommodation with family")), 0, 1, id="settled"),
        pytest.param(case(note("his life there was unsettled")), 0, 0, id="unsettled is neither"),
        pytest.param(case(decision(DecisionKind.REFUSED, "no")), 1, 0, id="refused"),
        pytest.param(case(decision(DecisionKind.APPROVED, "yes")), 0, 1, id="approved"),
        pytest.param(case(note("unsuitable", address=OTHER_TOWN)), 0, 0, id="written of another address"),
        pytest.param(case(note("not suitable"), note("settled home")), 1, 1, id="both are written"),
    ],
)
def test_what_is_written_for_and_against_an_address(of: Case, against: int, for_it: int) -> None:
    place = of.facts.place

    assert (len(called_unsuitable(place)), len(called_settled(place))) == (against, for_it)


@pytest.mark.parametrize(
    ("place", "against", "for_it"),
    [
        pytest.param(PROPOSED, 1, 1, id="this very address"),
        pytest.param(NO_NUMBER, 1, 0, id="perhaps this address"),
        pytest.param(NOT_READABLE, 1, 0, id="an address nobody can read"),
        pytest.param(FLAT_IN_IT, 0, 0, id="a flat in the building"),
    ],
)
def test_what_may_be_about_another_address_counts_against_it_and_never_for_it(
    place: Address, against: int, for_it: int
) -> None:
    refused, approved = decision(DecisionKind.REFUSED, "no"), decision(DecisionKind.APPROVED, "yes")
    assert len(called_unsuitable(case(note("unsuitable", address=place)).facts.place)) == against
    assert len(called_unsuitable(case(replace(refused, address=place)).facts.place)) == against
    assert len(called_settled(case(note("settled there", address=place)).facts.place)) == for_it
    assert len(called_settled(case(replace(approved, address=place)).facts.place)) == for_it


@pytest.mark.parametrize(
    ("kind", "against", "for_it"),
    [
        pytest.param(DecisionKind.APPROVED, 0, 1, id="approved"),
        pytest.param(DecisionKind.APPROVED_WITH_CONDITIONS, 0, 1, id="approved with conditions"),
        pytest.param(DecisionKind.REFUSED, 1, 0, id="refused"),
        pytest.param(DecisionKind.PENDING, 0, 0, id="pending"),
    ],
)
def test_what_each_decision_says(kind: DecisionKind, against: int, for_it: int) -> None:
    place = case(decision(kind, "")).facts.place
    assert (len(called_unsuitable(place)), len(called_settled(place))) == (against, for_it)
