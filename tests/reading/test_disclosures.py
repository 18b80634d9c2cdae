"""What a referral should not say is found however it is hedged and of whomever it is said."""

import pytest

from riskflag.reading.reader import read_disclosures, stances
from riskflag.reading.themes import DisclosureTheme, Stance

A, D, U = Stance.STATED, Stance.DENIED, Stance.UNSURE


@pytest.mark.parametrize(
    ("text", "theme", "stance"),
    [
        pytest.param(
            "The victim, Jane Orr, is afraid.", DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, A, id="a name"
        ),
        pytest.param("his son Tom", DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, A, id="a child's name"),
        pytest.param(
            "He assaulted Ms Orr", DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, U, id="perhaps a victim"
        ),
        pytest.param("Victim Liaison", DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, None, id="no name"),
        pytest.param("The victim lives in Dorley", DisclosureTheme.PROTECTED_WHEREABOUTS, A, id="a town"),
        pytest.param("She is in a refuge", DisclosureTheme.PROTECTED_WHEREABOUTS, U, id="a refuge"),
        pytest.param("outside her work", DisclosureTheme.PROTECTED_WHEREABOUTS, None, id="no place named"),
        pytest.param(
            "Do not place in Northgate", DisclosureTheme.PROTECTED_WHEREABOUTS, None, id="an area to avoid"
        ),
        pytest.param(
            "near his ex-partner's home on Elm Road", DisclosureTheme.PROTECTED_WHEREABOUTS, A, id="a street"
        ),
        pytest.param(
            "the ex-wife's address at 4 Elm Road", DisclosureTheme.PROTECTED_WHEREABOUTS, A, id="a number"
        ),
        pytest.param(
            "at his partner's home in Dorley",
            DisclosureTheme.PROTECTED_WHEREABOUTS,
            None,
            id="where he lives",
        ),
        pytest.param("The VLO says", DisclosureTheme.VICTIM_LIAISON, A, id="victim liaison"),
        pytest.param(
            "the family liaison officer", DisclosureTheme.VICTIM_LIAISON, None, id="another liaison"
        ),
        pytest.param("may be heard at MARAC", DisclosureTheme.MARAC, A, id="hedged and said all the same"),
        pytest.param("No MARAC", DisclosureTheme.MARAC, D, id="none"),
        pytest.param("Police intel suggests", DisclosureTheme.POLICE_INTELLIGENCE, A, id="intelligence"),
        pytest.param(
            "of low intelligence", DisclosureTheme.POLICE_INTELLIGENCE, None, id="another intelligence"
        ),
        pytest.param("driving without insurance", DisclosureTheme.IRRELEVANT_CONVICTION, A, id="driving"),
        pytest.param(
            "he spent two years inside", DisclosureTheme.IRRELEVANT_CONVICTION, None, id="time spent"
        ),
        pytest.param("a caution in 2001", DisclosureTheme.IRRELEVANT_CONVICTION, U, id="a caution"),
        pytest.param("He is HIV positive", DisclosureTheme.HEALTH_DETAIL, A, id="an infection"),
        pytest.param(
            "his mother may have cancer", DisclosureTheme.HEALTH_DETAIL, A, id="somebody else's illness"
        ),
        pytest.param("She is a sex worker", DisclosureTheme.SEX_WORK, A, id="sex work"),
        pytest.param("She used to sell sex", DisclosureTheme.SEX_WORK, A, id="selling sex"),
        pytest.param("sells sexual health kits", DisclosureTheme.SEX_WORK, None, id="selling something else"),
        pytest.param("an escort officer", DisclosureTheme.SEX_WORK, None, id="an escort in prison"),
        pytest.param("NRM referral", DisclosureTheme.TRAFFICKING, A, id="the referral mechanism"),
        pytest.param("drug trafficking", DisclosureTheme.TRAFFICKING, None, id="trafficking in drugs"),
        pytest.param("gave evidence against them", DisclosureTheme.WITNESS, A, id="evidence"),
        pytest.param("a Jehovah's Witness", DisclosureTheme.WITNESS, None, id="a faith"),
        pytest.param("holds a GRC", DisclosureTheme.GENDER_RECOGNITION, A, id="a certificate"),
        pytest.param("full OASys attached", DisclosureTheme.FULL_ASSESSMENT_ATTACHED, A, id="an attachment"),
        pytest.param("OASys not attached", DisclosureTheme.FULL_ASSESSMENT_ATTACHED, D, id="not attached"),
        pytest.param("OASys: high", DisclosureTheme.FULL_ASSESSMENT_ATTACHED, None, id="what it says"),
    ],
)
def test_disclosures(text: str, theme: DisclosureTheme, stance: Stance | None) -> None:
    assert stances(read_disclosures(text)).get(theme) is stance
