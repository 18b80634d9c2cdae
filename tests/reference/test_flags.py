"""What alert codes and register codes stand for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.reference.flags import (
    FlagTheme,
    alert_codes,
    find_alert,
    find_register,
    register_codes,
)
from riskflag.reference.offences import CodeStatus


@pytest.mark.parametrize(
    ("code", "themes"),
    [
        pytest.param("RDV", "domestic_abuse_perpetrator", id="domestic violence perpetrator"),
        pytest.param(
            "OHCO", "harassment protective_order", id="harassment or a court order: one code for both"
        ),
        pytest.param("ONCR", "no_contact_request", id="somebody asked not to be contacted"),
        pytest.param("RSP", "stalking", id="stalking perpetrator"),
        pytest.param("RCS", "risk_to_children", id="risk to children in custody, not the type for stalking"),
        pytest.param("RCC", "risk_to_children", id="risk to children in the community"),
        pytest.param("CPC", "risk_to_children", id="person posing a risk to children"),
        pytest.param("CC1", "child_contact_none risk_to_children", id="no contact with any child"),
        pytest.param("CC2", "child_contact_limited risk_to_children", id="letters only"),
        pytest.param("CC4", "child_contact_not_restricted", id="contact with the named child"),
        pytest.param("SC", "risk_to_children sexual", id="risk to children, sexual"),
        pytest.param("SOR", "registered_sex_offender sexual", id="registered sex offender"),
        pytest.param("SONR", "not_registered_sex_offender sexual", id="not on the register, still sexual"),
        pytest.param("SSHO", "protective_order sexual", id="sexual risk order"),
        pytest.param("P22", "mappa registered_sex_offender sexual", id="MAPPA category 1 is registration"),
        pytest.param("P66", "mappa", id="MAPPA category 2"),
        pytest.param("P101", "mappa terrorism", id="MAPPA category 4"),
        pytest.param("ROV", "serious_harm_very_high", id="very high risk of serious harm"),
        pytest.param("ROH", "serious_harm_high", id="high risk of serious harm"),
        pytest.param("ROM", "serious_harm_medium", id="medium risk of serious harm"),
        pytest.param("RKC", "risk_to_known_adult", id="risk to a known adult"),
        pytest.param("RNO121", "risk_to_staff", id="nobody to see the person alone"),
        pytest.param("XSA", "risk_to_staff", id="assaults staff"),
        pytest.param("XA", "arson", id="arsonist"),
        pytest.param("XCA", "weapon violence", id="attacks with chemicals"),
        pytest.param("XGANG", "gang", id="gang member"),
        pytest.param("XR", "hate", id="racist"),
        pytest.param("XRF", "risk_to_group risk_to_women", id="risk to women"),
        pytest.param("XTMS", "exploitation_victim person_as_victim", id="victim of modern slavery"),
        pytest.param("XSC", "protective_order", id="serious crime prevention order"),
        pytest.param("AAR", "adult_at_risk vulnerable", id="adult at risk"),
        pytest.param("HA", "self_harm", id="open self-harm plan"),
        pytest.param("XLDEPORT", "immigration", id="liable to deportation"),
        pytest.param("ECA", "", id="may receive cash: known, and of no concern here"),
    ],
)
def test_an_alert_code_has_its_themes(code: str, themes: str) -> None:
    alert = find_alert(code)
    assert alert is not None
    assert alert.status is CodeStatus.CURRENT
    assert alert.themes == {FlagTheme(word) for word in themes.split()}


@pytest.mark.parametrize(
    ("code", "deactivated_on", "theme"),
    [
        pytest.param("SR", date(2015, 10, 27), FlagTheme.REGISTERED_SEX_OFFENDER, id="the old register code"),
        pytest.param("OHA", date(2015, 10, 27), FlagTheme.HARASSMENT, id="charged under the old Act"),
        pytest.param("C1", date(2015, 10, 27), FlagTheme.CHILD_CONTACT_NONE, id="the old no-contact code"),
        pytest.param(
            "XCC", date(2015, 10, 27), FlagTheme.RISK_TO_CHILDREN, id="the old public protection code"
        ),
        pytest.param(
            "PL2", date(2021, 12, 15), FlagTheme.MAPPA, id="a MAPPA level before levels had categories"
        ),
        pytest.param(
            "NV", date(2022, 11, 10), FlagTheme.EXPLOITATION_VICTIM, id="opened and closed in a day"
        ),
    ],
)
def test_a_retired_alert_keeps_its_meaning(code: str, deactivated_on: date, theme: FlagTheme) -> None:
    alert = find_alert(code)
    assert alert is not None
    assert (alert.status, alert.deactivated_on) == (CodeStatus.RETIRED, deactivated_on)
    assert theme in alert.themes


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("ZZZ", id="a code made after the table was taken"),
        pytest.param("", id="no code"),
        pytest.param("R", id="an alert type is no alert code"),
        pytest.param("ADVP", id="a probation code in the prison's field"),
    ],
)
def test_an_unknown_alert_code_is_none(code: str) -> None:
    assert find_alert(code) is None


def test_all_published_alert_codes_are_there() -> None:
    retired = [alert for alert in alert_codes().values() if alert.status is CodeStatus.RETIRED]
    assert (len(alert_codes()), len(retired)) == (213, 42)
    assert all(alert.deactivated_on for alert in retired)
    assert not any(a.deactivated_on for a in alert_codes().values() if a.status is CodeStatus.CURRENT)


@pytest.mark.parametrize(
    ("code", "themes", "review_months"),
    [
        pytest.param("ADVP", "domestic_abuse_perpetrator", 3, id="domestic abuse perpetrator"),
        pytest.param("REG30", "domestic_abuse_perpetrator", None, id="domestic abuse history"),
        pytest.param("ADVV", "domestic_abuse_victim person_as_victim", 6, id="domestic abuse victim"),
        pytest.param("RSTO", "restraining_order protective_order", 6, id="restraining order"),
        pytest.param("SPO", "stalking protective_order", 3, id="stalking protection order, not an officer"),
        pytest.param("SOPS", "sexual protective_order", 3, id="sexual harm prevention order"),
        pytest.param("ARSO", "registered_sex_offender sexual", 3, id="registered sex offender"),
        pytest.param("ANSO", "not_registered_sex_offender sexual", 3, id="sexual and not registered"),
        pytest.param("MAPP", "mappa", 3, id="MAPPA"),
        pytest.param("NOTMAPPA", "not_mappa", None, id="found not to be MAPPA"),
        pytest.param("RVHR", "serious_harm_very_high", 6, id="very high risk of serious harm"),
        pytest.param("RVRH", "serious_harm_very_high", 6, id="the same with two letters changed round"),
        pytest.param("RLRH", "serious_harm_low", 6, id="low risk of serious harm"),
        pytest.param("RCHD", "risk_to_children", 3, id="risk to children"),
        pytest.param("RCPR", "risk_to_children child_protection", 3, id="a child has a protection plan"),
        pytest.param("CSEP", "risk_to_children sexual exploitation", 3, id="exploits children sexually"),
        pytest.param("REG15", "risk_to_known_adult", 6, id="risk to a known adult"),
        pytest.param("AV2S", "risk_to_staff", 6, id="risk to staff"),
        pytest.param("REG22", "risk_to_adult_at_risk", 6, id="a risk to adults at risk"),
        pytest.param(
            "RVAD", "adult_at_risk risk_to_adult_at_risk", 6, id="sources differ: both readings kept"
        ),
        pytest.param("WEAP", "weapon", 3, id="weapons"),
        pytest.param("STRG", "gang", 3, id="street gangs"),
        pytest.param("CUCK", "cuckooing exploitation_victim vulnerable", 3, id="home may be taken over"),
        pytest.param("MSV", "exploitation_victim person_as_victim", 6, id="victim of slavery"),
        pytest.param("MSP", "exploitation", 6, id="perpetrator of slavery"),
        pytest.param("IMAR", "high_risk_domestic_abuse_meeting", 3, id="MARAC"),
        pytest.param("INVI", "victim_contact", 3, id="victim contact"),
        pytest.param("RMDO", "mental_health", 6, id="mentally disordered"),
        pytest.param("HOIE", "immigration", 6, id="immigration interest"),
        pytest.param("DORIS", "", None, id="known, and of no concern here"),
    ],
)
def test_a_register_code_has_its_themes(code: str, themes: str, review_months: int | None) -> None:
    register = find_register(code)
    assert register is not None
    assert register.themes == {FlagTheme(word) for word in themes.split()}
    assert register.review_months == review_months


@pytest.mark.parametrize(
    ("code", "description", "found"),
    [
        pytest.param("CODE1", "Restraining Order", "RSTO", id="a made-up code and a true description"),
        pytest.param(None, "RESTRAINING  ORDER", "RSTO", id="no code, capitals and a double blank"),
        pytest.param(
            "", "Subject to a restraining order (Crown Court)", "RSTO", id="named among other words"
        ),
        pytest.param(
            None, "domestic abuse perpetrator", "ADVP", id="a published description without its code"
        ),
        pytest.param(
            "X9", "Child Sexual Exploitation \N{EN DASH} Perpetrator", "CSEP", id="a dash of the other sort"
        ),
        pytest.param("advp", "", "ADVP", id="a code in lower case"),
        pytest.param(" ADVP ", "Something else", "ADVP", id="a known code decides"),
        pytest.param("ZZZ", "A new register", None, id="an unknown code and description"),
        pytest.param(None, "", None, id="nothing at all"),
        pytest.param("ZZZ", "Domestic abuse", None, id="half a description is not guessed at"),
    ],
)
def test_how_a_register_is_found(code: str | None, description: str, found: str | None) -> None:
    register = find_register(code, description)
    assert (register.code if register else None) == found


@given(st.text(max_size=8), st.text(max_size=20))
def test_words_before_or_after_never_hide_a_restraining_order(before: str, after: str) -> None:
    register = find_register(None, f"{before} restraining order {after}")
    assert register is not None
    assert FlagTheme.RESTRAINING_ORDER in register.themes


def test_every_theme_is_used_by_some_code() -> None:
    flags = [*alert_codes().values(), *register_codes().values()]
    assert {theme for flag in flags for theme in flag.themes} == set(FlagTheme)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        pytest.param("restraining_order", "protective_order", id="a restraining order protects"),
        pytest.param("child_contact_none", "risk_to_children", id="no contact with children means a risk"),
        pytest.param("child_contact_limited", "risk_to_children", id="limited contact means a risk"),
        pytest.param("registered_sex_offender", "sexual", id="registration is sexual"),
        pytest.param("domestic_abuse_victim", "person_as_victim", id="a victim of abuse is a victim"),
        pytest.param("organised_crime", "gang", id="organised crime counts with gangs"),
    ],
)
def test_a_narrow_theme_implies_the_wide_one(narrow: str, wide: str) -> None:
    flags = [*alert_codes().values(), *register_codes().values()]
    assert [f.code for f in flags if FlagTheme(narrow) in f.themes and FlagTheme(wide) not in f.themes] == []
