"""What offence codes stand for: the codes everybody knows, and the traps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.reference.offences import (
    CodeStatus,
    Offence,
    OffenceTheme,
    cjs_offences,
    find_offence,
    home_office_offences,
)

CURRENT, RETIRED, REPEALED = CodeStatus.CURRENT, CodeStatus.RETIRED, CodeStatus.REPEALED
THEMES = [
    pytest.param("00831", "order_breach domestic_abuse", id="breach of a restraining order"),
    pytest.param(
        "06638", "order_breach domestic_abuse", id="breach of a restraining order made on acquittal"
    ),
    pytest.param("06639", "order_breach domestic_abuse", id="breach of a non-molestation order"),
    pytest.param("00829", "order_breach stalking_or_harassment", id="breach of a harassment injunction"),
    pytest.param("06819", "order_breach domestic_abuse", id="breach of a domestic abuse protection order"),
    pytest.param(
        "06820",
        "order_breach domestic_abuse notification_breach",
        id="not telling the police an address that a domestic abuse protection order makes notifiable",
    ),
    pytest.param("99701", "order_breach domestic_abuse", id="breach of a domestic violence protection order"),
    pytest.param(
        "06697", "order_breach domestic_abuse honour_based_abuse", id="breach of a forced marriage order"
    ),
    pytest.param(
        "06804", "order_breach honour_based_abuse against_child", id="breach of an order against FGM"
    ),
    pytest.param("00874", "order_breach stalking stalking_or_harassment", id="breach of a stalking order"),
    pytest.param("06808", "order_breach sexual", id="breach of a sexual harm prevention order"),
    pytest.param(
        "06617", "order_breach notification_breach sexual", id="not notifying an address to the police"
    ),
    pytest.param("06698", "order_breach", id="breach of a criminal behaviour order"),
    pytest.param("03612", "order_breach exploitation", id="breach of a slavery and trafficking order"),
    pytest.param(
        "00867", "coercive_control domestic_abuse stalking_or_harassment", id="controlling a partner"
    ),
    pytest.param("00877", "strangulation violence", id="strangulation"),
    pytest.param("00878", "strangulation violence hate", id="racially aggravated strangulation"),
    pytest.param("00504", "strangulation violence serious_violence", id="choking with intent"),
    pytest.param("19594", "stalking_or_harassment", id="harassment is not yet stalking"),
    pytest.param("19512", "stalking stalking_or_harassment", id="stalking without violence"),
    pytest.param("00865", "stalking stalking_or_harassment", id="stalking with fear of violence"),
    pytest.param("00301", "threats violence", id="threats to kill"),
    pytest.param("00528", "threats violence", id="a message threatening death"),
    pytest.param("00501", "violence serious_violence", id="grievous bodily harm with intent"),
    pytest.param("10501", "violence", id="common assault"),
    pytest.param("00873", "violence against_staff", id="assault of an emergency worker"),
    pytest.param("10433", "against_staff", id="obstructing a constable is against staff but no violence"),
    pytest.param("00101", "homicide violence serious_violence", id="murder"),
    pytest.param("01103", "against_child violence", id="child cruelty"),
    pytest.param("01301", "against_child kidnap violence", id="abduction of a child by a parent"),
    pytest.param("05601", "arson criminal_damage", id="arson endangering life"),
    pytest.param("05715", "criminal_damage", id="damage endangering life, in a group that excludes arson"),
    pytest.param("05900", "criminal_damage threats", id="threat to damage property"),
    pytest.param("00826", "weapon", id="a blade in public"),
    pytest.param("00876", "weapon threats", id="threatening with a weapon at home"),
    pytest.param("09001", "", id="selling knives says nothing about carrying one"),
    pytest.param("00514", "firearm weapon serious_violence", id="a firearm with intent to endanger life"),
    pytest.param("03401", "robbery violence acquisitive", id="robbery"),
    pytest.param(
        "02900", "burglary violence serious_violence acquisitive weapon", id="aggravated burglary of a home"
    ),
    pytest.param("01916", "sexual sexual_against_child against_child", id="rape of a child"),
    pytest.param(
        "08602", "sexual sexual_against_child against_child", id="making indecent images of children"
    ),
    pytest.param("08815", "sexual intimate_images", id="sharing an intimate image"),
    pytest.param("07902", "threats witness_intimidation", id="intimidating a witness"),
    pytest.param("12509", "stalking_or_harassment", id="causing alarm on purpose"),
    pytest.param("09925", "exploitation violence", id="slavery"),
    pytest.param("09270", "drug_supply", id="cocaine with intent to supply"),
    pytest.param("09261", "", id="possession of cannabis"),
    pytest.param("01806", "", id="once an offence between consenting men"),
    pytest.param("07805", "", id="immigration advice, which a search for orders wrongly finds"),
    pytest.param("PH97012", "order_breach domestic_abuse", id="CJS: breach of an order made on acquittal"),
    pytest.param(
        "SE20002", "order_breach domestic_abuse", id="CJS: breach of a restraining order since 2020"
    ),
    pytest.param("FL96001", "order_breach domestic_abuse", id="CJS: breach of a non-molestation order"),
    pytest.param("CS10503", "order_breach domestic_abuse", id="CJS: breach of a protection order of 2010"),
    pytest.param("ST19001", "order_breach stalking stalking_or_harassment", id="CJS: stalking order broken"),
    pytest.param("SE20012", "order_breach sexual", id="CJS: sexual harm prevention order broken"),
    pytest.param(
        "SC15004", "coercive_control domestic_abuse stalking_or_harassment", id="CJS: controlling a partner"
    ),
    pytest.param("SC15005", "strangulation violence", id="CJS: strangulation"),
    pytest.param("COML025", "homicide violence serious_violence", id="CJS: murder"),
    pytest.param("OF61014", "threats violence", id="CJS: threats to kill"),
    pytest.param(
        "CJ88115", "sexual sexual_against_child against_child", id="CJS: possessing an image of a child"
    ),
    pytest.param("SX03001", "sexual", id="CJS: rape of an adult"),
    pytest.param("CD71015", "arson criminal_damage", id="CJS: arson"),
]


@pytest.mark.parametrize(("code", "themes"), THEMES)
def test_a_well_known_code_has_its_themes(code: str, themes: str) -> None:
    offence = find_offence(code)
    assert offence is not None
    assert offence.themes == {OffenceTheme(word) for word in themes.split()}


@pytest.mark.parametrize(
    ("code", "status", "ended_on"),
    [
        pytest.param("00831", CURRENT, None, id="the code that breaches are recorded under today"),
        pytest.param("SE20002", CURRENT, None, id="its CJS counterpart"),
        pytest.param("00839", RETIRED, None, id="breach of an order made under law replaced in 2004"),
        pytest.param(
            "PH97003", REPEALED, date(2020, 11, 30), id="the repealed code that hid breaches in 2024"
        ),
        pytest.param("PH97005", REPEALED, date(2020, 11, 30), id="its twin"),
        pytest.param("PH97003A", REPEALED, date(2020, 11, 30), id="an attempt under the repealed section"),
        pytest.param(
            "PH97003B", REPEALED, date(2020, 11, 30), id="a later wording under the repealed section"
        ),
        pytest.param(
            "PH97003X", REPEALED, date(2020, 11, 30), id="an unlisted letter is the code without it"
        ),
        pytest.param("PH97007", RETIRED, date(2017, 4, 2), id="stalking before the penalty was raised"),
        pytest.param("SX56001", REPEALED, date(2004, 4, 30), id="rape under the law of 1956"),
        pytest.param("00871", REPEALED, date(2024, 1, 30), id="intimate images before the law moved"),
        pytest.param("06608", RETIRED, date(2015, 3, 7), id="breach of an order replaced in 2015"),
        pytest.param("99957", RETIRED, None, id="a code made when records were moved"),
    ],
)
def test_a_code_that_has_ended_says_so_and_keeps_its_meaning(
    code: str, status: CodeStatus, ended_on: date | None
) -> None:
    offence = find_offence(code)
    assert offence is not None
    assert (offence.status, offence.ended_on) == (status, ended_on)
    assert offence.themes


def test_the_old_breach_code_is_a_breach_and_not_a_sexual_offence() -> None:
    old = find_offence("00839")
    assert old is not None
    assert {OffenceTheme.ORDER_BREACH, OffenceTheme.DOMESTIC_ABUSE} == old.themes
    assert "must be read" in old.note


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("00000", id="the placeholder of the risk instruments"),
        pytest.param("0", id="the placeholder without its zeros"),
        pytest.param("00001", id="breach of order, of whatever sort"),
        pytest.param("99949", id="a migrated offence of no stated kind"),
        pytest.param("99902", id="another offence, not stated"),
        pytest.param("99700", id="a class for whatever breach is left over"),
        pytest.param("99999", id="a code that no table has"),
        pytest.param("XX12345", id="a CJS code that no table has"),
        pytest.param("TH68010", id="theft by CJS code: known to the courts, not listed here"),
        pytest.param("", id="no code"),
        pytest.param("unknown", id="a word"),
    ],
)
def test_a_code_that_tells_nothing_is_unknown(code: str) -> None:
    assert find_offence(code) is None


@given(st.text(max_size=12))
def test_looking_up_anything_gives_an_offence_or_none(code: str) -> None:
    found = find_offence(code)
    assert found is None or isinstance(found, Offence)


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        pytest.param("00877", True, id="strangulation"),
        pytest.param("00501", True, id="grievous bodily harm with intent"),
        pytest.param("02900", True, id="aggravated burglary"),
        pytest.param("SX03001", True, id="rape, by CJS code"),
        pytest.param("00867", False, id="coercive control: MAPPA by another road"),
        pytest.param("00831", False, id="breach of a restraining order"),
        pytest.param("10501", False, id="common assault"),
        pytest.param("SE20002", False, id="breach of a restraining order, by CJS code"),
        pytest.param("02800", None, id="burglary of a home: only with some intents"),
        pytest.param("CT15003", None, id="a code given without its section"),
    ],
)
def test_schedule_15_is_stated_only_where_it_can_be_told(code: str, listed: bool | None) -> None:
    offence = find_offence(code)
    assert offence is not None
    assert offence.schedule_15 is listed


def test_every_row_of_both_tables_is_found_by_its_own_code() -> None:
    assert (len(home_office_offences()), len(cjs_offences())) == (3039 - 11, 821)
    for code, offence in [*home_office_offences().items(), *cjs_offences().items()]:
        assert find_offence(code) is offence
        assert offence.description


def test_every_theme_is_used_by_some_code() -> None:
    used = {theme for offence in home_office_offences().values() for theme in offence.themes}
    assert used == set(OffenceTheme)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        pytest.param("notification_breach", "order_breach", id="a duty to notify counts as an order"),
        pytest.param("stalking", "stalking_or_harassment", id="stalking is stalking or harassment"),
        pytest.param("sexual_against_child", "sexual", id="a sexual offence on a child is sexual"),
        pytest.param("sexual_against_child", "against_child", id="and against a child"),
        pytest.param("coercive_control", "domestic_abuse", id="coercive control is domestic abuse"),
        pytest.param("strangulation", "violence", id="strangulation is violence"),
        pytest.param("homicide", "violence", id="homicide is violence"),
        pytest.param("robbery", "violence", id="robbery is violence"),
        pytest.param("intimate_images", "sexual", id="intimate images are sexual"),
        pytest.param("arson", "criminal_damage", id="arson is damage"),
    ],
)
def test_a_narrow_theme_implies_the_wide_one(narrow: str, wide: str) -> None:
    every = [*home_office_offences().values(), *cjs_offences().values()]
    missing = [
        o.code for o in every if OffenceTheme(narrow) in o.themes and OffenceTheme(wide) not in o.themes
    ]
    assert missing == []


def test_an_ended_code_without_a_note_has_at_least_its_end() -> None:
    every = [*home_office_offences().values(), *cjs_offences().values()]
    assert [o.code for o in every if o.status is not CURRENT and not (o.note or o.ended_on)] == []
    assert [o.code for o in every if o.status is CURRENT and o.ended_on] == []
