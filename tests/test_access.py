"""Who may see a person. Whatever is not known keeps everybody out."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.access import GREATEST_AGE, READERS, Access, AccessRecords, access, plain_account
from riskflag.casebook import NOW, TODAY, access_limitation, caseload_link
from riskflag.dossier import SourceCoverage
from riskflag.records import AccessLimitation, CaseloadLink
from riskflag.vocabulary import Role
from tests.strategies import instances

OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF
ME = "K.Smith@probation.example"
ANSWERED = SourceCoverage(NOW, answered=True, complete=True, watermark=NOW)
LINK = caseload_link(ME)
UNLIMITED = access_limitation()
EXCLUDING, RESTRICTED = access_limitation(ME), access_limitation(restricted_to=(ME,))
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def decide(
    *limits: AccessLimitation,
    links: Iterable[CaseloadLink] = (LINK,),
    coverage: SourceCoverage = ANSWERED,
    account: str = ME,
    role: Role = OFFICER,
    moment: datetime = NOW,
) -> Access:
    return access(account, role, AccessRecords(limits, tuple(links), coverage), moment, GREATEST_AGE)


def test_a_case_without_limits_is_seen_by_those_on_whose_caseload_it_is() -> None:
    assert decide() is Access.ALLOWED
    assert decide(UNLIMITED) is Access.ALLOWED
    assert decide(links=[]) is Access.NOT_LINKED


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        pytest.param([EXCLUDING], Access.EXCLUDED, id="excluded"),
        pytest.param(
            [access_limitation("another@probation.example")], Access.ALLOWED, id="another is excluded"
        ),
        pytest.param(
            [access_limitation("KSMITH_GEN")],
            Access.LIMITS_UNKNOWN,
            id="whom an account of another kind excludes",
        ),
        pytest.param([RESTRICTED], Access.ALLOWED, id="restricted, and named"),
        pytest.param(
            [access_limitation(restricted_to=("another",))], Access.NOT_NAMED, id="restricted to another"
        ),
        pytest.param(
            [access_limitation(restricted_to=())], Access.NOT_NAMED, id="restricted, and nobody is named"
        ),
        pytest.param(
            [access_limitation(ME, restricted_to=(ME,))], Access.EXCLUDED, id="named and excluded: both apply"
        ),
        pytest.param(
            [RESTRICTED, EXCLUDING], Access.EXCLUDED, id="named in one record and excluded in another"
        ),
        pytest.param(
            [RESTRICTED, access_limitation(restricted_to=("another",))],
            Access.NOT_NAMED,
            id="named in one of two",
        ),
        pytest.param(
            [replace(EXCLUDING, limited=False)], Access.EXCLUDED, id="excluded from a case without limits"
        ),
        pytest.param(
            [replace(access_limitation(restricted_to=("x",)), limited=False)],
            Access.NOT_NAMED,
            id="restricted, and said to be without limits",
        ),
        pytest.param([replace(UNLIMITED, restricted=None)], Access.ALLOWED, id="no limit of any kind"),
        pytest.param(
            [replace(UNLIMITED, limited=True, restricted=None)],
            Access.LIMITS_UNKNOWN,
            id="restricted or not, who knows",
        ),
        pytest.param(
            [replace(RESTRICTED, restricted=None)], Access.LIMITS_UNKNOWN, id="named, restricted or not"
        ),
        pytest.param(
            [replace(UNLIMITED, limited=True)], Access.LIMITS_UNKNOWN, id="limited, and nobody says how"
        ),
        pytest.param(
            [replace(UNLIMITED, excluded=None)], Access.LIMITS_UNKNOWN, id="nobody says who is excluded"
        ),
        pytest.param(
            [replace(RESTRICTED, excluded=None)],
            Access.LIMITS_UNKNOWN,
            id="named, and nobody says who is excluded",
        ),
        pytest.param(
            [access_limitation("K.Sm\u0131th@probation.example")],
            Access.LIMITS_UNKNOWN,
            id="whom a look-alike excludes",
        ),
        pytest.param([access_limitation(" ")], Access.LIMITS_UNKNOWN, id="whom a blank excludes"),
        pytest.param(
            [replace(UNLIMITED, recorded_on=TOMORROW)], Access.DATED_LATER, id="written down tomorrow"
        ),
    ],
)
def test_exclusion_is_a_deny_list_and_restriction_an_allow_list(
    limits: list[AccessLimitation], reason: Access
) -> None:
    assert decide(*limits) is reason


@pytest.mark.parametrize(
    ("excluded", "reason"),
    [
        pytest.param("k.smith@probation.example", Access.LIMITS_UNKNOWN, id="their own, or another's"),
        pytest.param("another_gen", Access.ALLOWED, id="surely another's"),
    ],
)
def test_a_deny_list_of_mail_addresses_does_not_let_in_other_accounts(excluded: str, reason: Access) -> None:
    links = [caseload_link("KSMITH_GEN")]
    assert decide(access_limitation(excluded), links=links, account="ksmith_gen") is reason


@pytest.mark.parametrize(
    ("coverage", "reason"),
    [
        pytest.param(SourceCoverage(), Access.NOT_ASKED, id="never asked"),
        pytest.param(replace(ANSWERED, asked_at=None), Access.NOT_ASKED, id="a watermark is no asking"),
        pytest.param(replace(ANSWERED, answered=False), Access.NO_ANSWER, id="no answer"),
        pytest.param(replace(ANSWERED, answered=None), Access.NO_ANSWER, id="an answer, who knows"),
        pytest.param(replace(ANSWERED, complete=False), Access.PARTIAL, id="a part of the answer"),
        pytest.param(replace(ANSWERED, complete=None), Access.PARTIAL, id="all of it, who knows"),
        pytest.param(replace(ANSWERED, unreadable=1), Access.UNREADABLE, id="a record that cannot be read"),
        pytest.param(
            replace(ANSWERED, asked_at=NOW + timedelta(seconds=1)), Access.DATED_LATER, id="asked later"
        ),
        pytest.param(
            replace(ANSWERED, asked_at=NOW - GREATEST_AGE), Access.ALLOWED, id="just five minutes old"
        ),
        pytest.param(
            replace(ANSWERED, asked_at=NOW - GREATEST_AGE - timedelta(microseconds=1)),
            Access.STALE,
            id="older",
        ),
        pytest.param(
            replace(ANSWERED, watermark=NOW - timedelta(minutes=6)),
            Access.STALE,
            id="asked now of what is old",
        ),
    ],
)
@pytest.mark.parametrize("limits", [(), (UNLIMITED,), (RESTRICTED,)])
def test_what_was_not_asked_lately_and_wholly_keeps_everybody_out(
    limits: tuple[AccessLimitation, ...], coverage: SourceCoverage, reason: Access
) -> None:
    assert decide(*limits, coverage=coverage) is reason


@pytest.mark.parametrize(
    ("links", "reason"),
    [
        pytest.param([caseload_link("another")], Access.NOT_LINKED, id="another's"),
        pytest.param([caseload_link(ME, STAFF)], Access.NOT_LINKED, id="theirs in another role"),
        pytest.param([caseload_link(ME, starts_on=TOMORROW)], Access.LINK_NOT_STARTED, id="from tomorrow"),
        pytest.param([caseload_link(ME, starts_on=TODAY)], Access.ALLOWED, id="from today"),
        pytest.param([caseload_link(ME, ends_on=TODAY)], Access.ALLOWED, id="until today"),
        pytest.param([caseload_link(ME, ends_on=YESTERDAY)], Access.LINK_ENDED, id="until yesterday"),
        pytest.param(
            [caseload_link(ME, starts_on=TOMORROW, ends_on=YESTERDAY)],
            Access.LINK_NOT_STARTED,
            id="ends first",
        ),
        pytest.param(
            [caseload_link(ME, ends_on=YESTERDAY), caseload_link(ME, starts_on=TOMORROW)],
            Access.LINK_ENDED,
            id="between two",
        ),
        pytest.param(
            [caseload_link(ME, ends_on=YESTERDAY), LINK], Access.ALLOWED, id="ended once, and again theirs"
        ),
        pytest.param([replace(LINK, recorded_on=TOMORROW)], Access.DATED_LATER, id="written down tomorrow"),
    ],
)
def test_a_link_holds_from_its_first_day_to_its_last(links: list[CaseloadLink], reason: Access) -> None:
    assert decide(links=links) is reason


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        pytest.param(
            datetime(2026, 6, 30, 22, 59, tzinfo=UTC), Access.ALLOWED, id="a minute before midnight"
        ),
        pytest.param(datetime(2026, 6, 30, 23, 0, tzinfo=UTC), Access.LINK_ENDED, id="midnight in summer"),
    ],
)
def test_the_day_is_that_of_england_and_wales(moment: datetime, reason: Access) -> None:
    link = replace(
        caseload_link(ME, starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 30)), recorded_on=date(2026, 6, 1)
    )
    coverage = SourceCoverage(moment, answered=True, complete=True)
    assert decide(links=[link], coverage=coverage, moment=moment) is reason


@pytest.mark.parametrize("role", [role for role in Role if role not in READERS])
def test_no_link_lets_another_role_see_anybody(role: Role) -> None:
    assert decide(links=[caseload_link(ME, role)], role=role) is Access.ROLE_SEES_NOBODY


def test_somebody_who_is_not_held_is_denied() -> None:
    assert decide(links=[], coverage=SourceCoverage()) is Access.NOT_ASKED


@pytest.mark.parametrize(
    ("written", "same"),
    [
        pytest.param("k.smith@probation.example", True, id="small letters"),
        pytest.param("K.SMITH@PROBATION.EXAMPLE", True, id="capitals"),
        pytest.param(" K.Smith@probation.example\n", True, id="space around it"),
        pytest.param("k.smith", False, id="a part of it"),
        pytest.param("k.smith@probation.example.", False, id="a stop more"),
        pytest.param("k. smith@probation.example", False, id="a space inside"),
        pytest.param("\u041a.smith@probation.example", False, id="a Cyrillic K"),
        pytest.param(
            "\u212a.smith@probation.example", False, id="a kelvin sign, which Unicode holds to be a K"
        ),
        pytest.param("k.\u017fmith@probation.example", False, id="a long s"),
        pytest.param("\uff4b.smith@probation.example", False, id="a wide k"),
        pytest.param("k.smi\u200bth@probation.example", False, id="a space that cannot be seen"),
        pytest.param("\u00a0k.smith@probation.example", False, id="a space that does not break"),
        pytest.param("k.smith\x1f@probation.example", False, id="a control character"),
        pytest.param("k.smith@probation.example\x1f", False, id="a control character at the end"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_accounts_are_the_same_letter_by_letter(written: str, same: bool) -> None:
    assert (decide(links=[caseload_link(written)]) is Access.ALLOWED) is same
    assert (decide(links=[LINK], account=written) is Access.ALLOWED) is same
    assert (decide(access_limitation(restricted_to=(written,))) is Access.ALLOWED) is same
    assert same is (decide(access_limitation(written)) is Access.EXCLUDED)
    assert decide(access_limitation(written)) is not Access.ALLOWED or plain_account(written)


def test_a_reader_whose_account_is_not_plain_sees_nobody() -> None:
    assert decide(account="\u041a.smith", links=[caseload_link("\u041a.smith")]) is Access.ACCOUNT_NOT_PLAIN


@given(st.text(max_size=12))
def test_a_plain_account_is_one_way_of_writing_it(written: str) -> None:
    name = plain_account(written)
    if name is not None:
        assert plain_account(name) == plain_account(name.upper()) == plain_account(f" {written} ") == name
        assert unicodedata.normalize("NFC", name) == name
    else:
        assert not written.isascii() or not written.isprintable() or not written.strip()


HELD = st.builds(
    AccessRecords,
    st.lists(instances(AccessLimitation), max_size=2).map(tuple),
    st.lists(instances(CaseloadLink), max_size=2).map(lambda links: (LINK, *links)),
    st.sampled_from([ANSWERED, replace(ANSWERED, complete=False), SourceCoverage()]),
)


@given(HELD, instances(AccessLimitation), st.sampled_from(Role))
def test_one_limit_more_never_lets_anybody_in(
    held: AccessRecords, added: AccessLimitation, role: Role
) -> None:
    more = replace(held, limitations=(*held.limitations, added))
    if access(ME, role, held, NOW, GREATEST_AGE) is not Access.ALLOWED:
        assert access(ME, role, more, NOW, GREATEST_AGE) is not Access.ALLOWED


@given(HELD, st.sampled_from(Role))
def test_one_link_less_never_lets_anybody_in(held: AccessRecords, role: Role) -> None:
    fewer = replace(held, links=held.links[1:])
    if access(ME, role, held, NOW, GREATEST_AGE) is not Access.ALLOWED:
        assert access(ME, role, fewer, NOW, GREATEST_AGE) is not Access.ALLOWED


@given(HELD, instances(SourceCoverage), st.sampled_from(Role))
def test_nobody_is_let_in_where_the_source_cannot_be_relied_on(
    held: AccessRecords, told: SourceCoverage, role: Role
) -> None:
    known = replace(held, coverage=told)
    if told.gap_within(GREATEST_AGE, NOW) is not None:
        assert access(ME, role, known, NOW, GREATEST_AGE) is not Access.ALLOWED
