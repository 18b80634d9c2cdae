"""What a referral says that its recipient should not be told."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    OTHER_TOWN,
    REFERRED,
    SAME_STREET,
    abuse,
    case,
    contact,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import Occupant, ReferralEnquiry
from riskflag.facts.referral_disclosures import disclosed, lacks_agreement
from riskflag.reading.themes import DisclosureTheme, RiskTheme, Stance
from riskflag.records import AbuseRole, DomesticAbuseKind, NamedPerson, RecipientKind, Record
from riskflag.vocabulary import ProhibitionKind, Relationship, Visibility

D, R = DisclosureTheme, RecipientKind
STATED, UNSURE = Stance.STATED, Stance.UNSURE
ORDER = order(term(ProhibitionKind.NO_CONTACT))
HOME = protected_place(EX_PARTNER, OTHER_TOWN)
PARAMEDIC = conviction("10501", "assault", NamedPerson("paramedic", Relationship.PROFESSIONAL))
MOTHER_PROTECTED = order(
    term(ProhibitionKind.NO_CONTACT), protects=(NamedPerson("Mother", Relationship.PARENT),)
)
KEPT_OUT = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=OTHER_TOWN))
ALIAS = order(term(ProhibitionKind.NO_CONTACT), protects=(replace(EX_PARTNER, aliases=("Bibi Farrow",)),))


def found(
    text: str | None, *records: Record, recipient: RecipientKind = R.HOUSING_PROVIDER, need: bool = False
) -> dict[DisclosureTheme, Stance]:
    """What the referral should not tell this recipient."""
    asked = replace(REFERRED, text=text, recipient=recipient, mappa_need_recorded=need)
    return dict(disclosed(case(*records, asked=asked).facts))


@pytest.mark.parametrize(
    ("text", "records", "expected"),
    [
        pytest.param("Would like a room.", (ORDER, HOME), {}, id="nothing"),
        pytest.param(None, (ORDER, HOME), {}, id="no text"),
        pytest.param(
            "Keep away from Beth Sample.", (ORDER,), {D.VICTIM_OR_CHILD_IDENTITY: STATED}, id="a name"
        ),
        pytest.param(
            "beth sample", (ORDER,), {D.VICTIM_OR_CHILD_IDENTITY: STATED}, id="a name in small letters"
        ),
        pytest.param(
            "Bibi Farrow", (ALIAS,), {D.VICTIM_OR_CHILD_IDENTITY: STATED}, id="another name of hers"
        ),
        pytest.param(
            "He asks after Beth.", (ORDER,), {D.VICTIM_OR_CHILD_IDENTITY: UNSURE}, id="a given name"
        ),
        pytest.param("He is from Bethnal.", (ORDER,), {}, id="a given name inside a word"),
        pytest.param("Keep away from Beth Sample.", (), {}, id="a name that no record holds"),
        pytest.param(
            "Fay Sample is nine.",
            (contact(CHILD_OF_NINE),),
            {D.VICTIM_OR_CHILD_IDENTITY: STATED},
            id="a child among his contacts",
        ),
        pytest.param(
            "Fay Sample likes him.",
            (contact(replace(CHILD_OF_NINE, date_of_birth=None)),),
            {D.VICTIM_OR_CHILD_IDENTITY: STATED},
            id="a child of his whose age nobody knows",
        ),
        pytest.param("He hit a paramedic.", (PARAMEDIC,), {}, id="a description names nobody"),
        pytest.param(
            "He would like to see Mia.",
            (contact(replace(CHILD_OF_NINE, name="Mia")),),
            {D.VICTIM_OR_CHILD_IDENTITY: UNSURE},
            id="a child of one name",
        ),
        pytest.param("His Mother agrees.", (MOTHER_PROTECTED,), {}, id="a relationship is no name"),
        pytest.param(
            "Beth Sample rang.",
            (abuse(DomesticAbuseKind.THREATS, EX_PARTNER, role=AbuseRole.NOT_CLEAR),),
            {D.VICTIM_OR_CHILD_IDENTITY: STATED},
            id="who is named in abuse of which nobody knows the side",
        ),
        pytest.param(
            "Not near Quay Street.",
            (KEPT_OUT,),
            {D.PROTECTED_WHEREABOUTS: UNSURE},
            id="the street of a home that an order bars",
        ),
        pytest.param(
            "Not near Quay Street.", (replace(KEPT_OUT, protects=()),), {}, id="the street of a barred shop"
        ),
        pytest.param(
            "Not near 31 Quay Street.", (HOME,), {D.PROTECTED_WHEREABOUTS: STATED}, id="a number and a street"
        ),
        pytest.param("Not near zy94bb.", (HOME,), {D.PROTECTED_WHEREABOUTS: STATED}, id="a postcode"),
        pytest.param(
            "Not near Quay Street.",
            (HOME,),
            {D.PROTECTED_WHEREABOUTS: STATED},
            id="a street without a number",
        ),
        pytest.param("Not in Marlow Sands.", (HOME,), {}, id="a town"),
        pytest.param(
            "No contact with his daughter Mia.",
            (),
            {D.VICTIM_OR_CHILD_IDENTITY: STATED},
            id="who is forbidden",
        ),
        pytest.param(
            "Not to go within a mile of the victim's home at Mill Row.",
            (),
            {D.PROTECTED_WHEREABOUTS: STATED},
            id="where is forbidden",
        ),
        pytest.param(
            "Do not tell him that the victim liaison officer asked.",
            (),
            {D.VICTIM_LIAISON: UNSURE},
            id="asked not to be told",
        ),
        pytest.param("OASys not attached, no spent convictions.", (), {}, id="nothing is there to be told"),
        pytest.param("Do not place in Northgate ward.", (HOME,), {}, id="a ward"),
        pytest.param("He is HIV positive.", (), {D.HEALTH_DETAIL: STATED}, id="detail of health"),
    ],
)
def test_what_should_not_be_told(
    text: str | None, records: tuple[Record, ...], expected: dict[DisclosureTheme, Stance]
) -> None:
    assert found(text, *records) == expected


@pytest.mark.parametrize(
    ("text", "recipient", "need", "expected"),
    [
        pytest.param("He is HIV positive.", R.MENTAL_HEALTH_SERVICE, False, set(), id="health, to a clinic"),
        pytest.param(
            "He is HIV positive.", R.EMPLOYER, False, {D.HEALTH_DETAIL}, id="health, to an employer"
        ),
        pytest.param("Full OASys attached.", R.APPROVED_PREMISES, False, set(), id="to approved premises"),
        pytest.param(
            "Full OASys attached.", R.MENTOR, False, {D.FULL_ASSESSMENT_ATTACHED}, id="to a volunteer"
        ),
        pytest.param("Heard at MARAC.", R.APPROVED_PREMISES, False, {D.MARAC}, id="without a recorded need"),
        pytest.param("Heard at MARAC.", R.APPROVED_PREMISES, True, set(), id="with a recorded need"),
        pytest.param("Heard at MARAC.", R.HOUSING_PROVIDER, True, {D.MARAC}, id="to no statutory body"),
        pytest.param("He has a GRC.", R.APPROVED_PREMISES, True, {D.GENDER_RECOGNITION}, id="gender history"),
    ],
)
def test_who_may_be_told_more(
    text: str, recipient: RecipientKind, need: bool, expected: set[DisclosureTheme]
) -> None:
    assert set(found(text, recipient=recipient, need=need)) == expected


def test_an_attachment_counts_as_said_and_an_address_asks_for_no_referral() -> None:
    asked = replace(REFERRED, attached=(D.POLICE_INTELLIGENCE,))
    assert disclosed(case(asked=asked).facts) == {D.POLICE_INTELLIGENCE: STATED}
    assert disclosed(case().facts) == {}


@pytest.mark.parametrize("visibility", Visibility)
def test_whoever_is_at_the_site_in_confidence_is_kept_out(visibility: Visibility) -> None:
    there = (Occupant(EX_PARTNER, visibility=visibility),)
    told = disclosed(case(asked=replace(REFERRED, text="Ask Beth Sample.", occupants=there)).facts)
    assert (D.VICTIM_OR_CHILD_IDENTITY in told) is (visibility is Visibility.PROTECTED)


def test_the_persons_own_name_is_nobody_elses() -> None:
    namesake = order(
        term(ProhibitionKind.NO_CONTACT), protects=(NamedPerson("Neil Sample", Relationship.SIBLING),)
    )
    assert found("Neil would like a room.", namesake) == {}


def test_a_neighbours_street_is_told_by_its_number_only() -> None:
    assert found("He may have 5 Elder Row.", protected_place(EX_PARTNER, SAME_STREET)) == {}
    told = found("He may not pass 9 Elder Row.", protected_place(EX_PARTNER, SAME_STREET))
    assert told == {D.PROTECTED_WHEREABOUTS: STATED}


TELLS = replace(REFERRED, risks_stated=(RiskTheme.ARSON,))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(replace(REFERRED, agreement=None), False, id="it tells of no risk"),
        pytest.param(TELLS, False, id="there is an agreement"),
        pytest.param(replace(TELLS, agreement=False), True, id="there is none"),
        pytest.param(replace(TELLS, agreement=None), None, id="nobody says"),
        pytest.param(
            replace(TELLS, agreement=None, recipient=R.APPROVED_PREMISES), False, id="a duty to co-operate"
        ),
    ],
)
def test_whether_risk_may_be_told_at_all(asked: ReferralEnquiry, expected: bool | None) -> None:
    assert lacks_agreement(case(asked=asked).facts) is expected
