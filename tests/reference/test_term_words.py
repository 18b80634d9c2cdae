"""What kind of term words make."""

import pytest

from riskflag.reference.term_words import kind_of_words
from riskflag.vocabulary import ProhibitionKind as Kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("Exclusion - not to enter a place", Kind.NO_ENTER_ADDRESS, id="keep out"),
        pytest.param(
            "Exclusion - not go within a radius", Kind.EXCLUSION_AREA, id="an area around something"
        ),
        pytest.param("Must not go within", Kind.EXCLUSION_AREA, id="an area, as youth bail says it"),
        pytest.param("Exclusion - not to leave", Kind.CURFEW_AT, id="not to leave is to be there"),
        pytest.param(
            "Exclusion - not to go more than a specified radius from a specified place",
            Kind.OTHER,
            id="an area to stay in, which no rule reads",
        ),
        pytest.param("Requirement: Curfew with electronic monitoring", Kind.CURFEW_AT, id="curfew"),
        pytest.param("Must stay indoors at home address", Kind.CURFEW_AT, id="curfew in plain words"),
        pytest.param("Residence - live and sleep each night at address", Kind.RESIDE_AT, id="residence"),
        pytest.param("Must live, and sleep each night at", Kind.RESIDE_AT, id="residence of a young person"),
        pytest.param(
            "Not to live with anybody under 18", Kind.NO_RESIDE_WITH_CHILDREN, id="homes of children"
        ),
        pytest.param("Not to reside with Jo", Kind.NO_RESIDE_WITH, id="a home shared"),
        pytest.param("Not to reside at the flat", Kind.NO_ENTER_ADDRESS, id="a home as a place"),
        pytest.param("not to enter the home of Jo", Kind.NO_ENTER_HOME_OF, id="somebody's home"),
        pytest.param(
            "Not to visit any house where she is living", Kind.NO_ENTER_HOME_OF, id="wherever she is"
        ),
        pytest.param("NOT TO CONTACT anyone aged under 16", Kind.NO_CONTACT_WITH_CHILDREN, id="children"),
        pytest.param("Prohibited from contacting Jo", Kind.NO_CONTACT, id="contact"),
        pytest.param("not to approach Jo", Kind.NO_APPROACH, id="approach"),
        pytest.param("not to associate with the Elms", Kind.NO_ASSOCIATION, id="association"),
        pytest.param("not to use or threaten violence", Kind.NO_VIOLENCE_OR_HARASSMENT, id="violence"),
        pytest.param(
            "Exclusion - the exclusion condition to be electronically monitored with a GPS tag",
            Kind.NOTIFY,
            id="how an exclusion is watched is no second exclusion",
        ),
        pytest.param("Passport - give to the court any passport held", Kind.NO_POSSESSION, id="passport"),
        pytest.param("not to own a smart phone", Kind.DEVICES_OR_INTERNET, id="devices"),
        pytest.param("Not to fly kites over the common", Kind.OTHER, id="what fits nothing"),
        pytest.param("", Kind.OTHER, id="no words"),
    ],
)
def test_kind_of_words(words: str, kind: Kind) -> None:
    assert kind_of_words(words) is kind
