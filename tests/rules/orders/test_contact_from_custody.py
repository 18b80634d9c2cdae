"""Contact from custody: what staff noticed, breaches and abuse since it began, and who is on the list."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    TODAY,
    Case,
    abuse,
    alert,
    breach,
    case,
    condition,
    contact,
    conviction,
    custody,
    order,
    term,
)
from riskflag.facts.contact_from_custody import Sign
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    CustodyEvent,
    CustodyEventKind,
    DomesticAbuseKind,
    NamedPerson,
    ProtectiveOrder,
)
from riskflag.rules.orders.contact_from_custody import BECAUSE, RULE
from riskflag.vocabulary import ProhibitionKind, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

BEGAN, SINCE, BEFORE = date(2026, 6, 15), date(2026, 10, 5), date(2026, 4, 2)
RECEIVED = custody(CustodyEventKind.RECEIVED, BEGAN)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her directly or indirectly")
NO_CHILDREN = term(ProhibitionKind.NO_CONTACT_WITH_CHILDREN)
ORDER = order(NO_CONTACT)
THREATS = DomesticAbuseKind.THREATS


def noticed(on: date = SINCE, words: str = "two calls through his mother's telephone") -> CustodyEvent:
    """Contact that staff noticed."""
    return custody(CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON, on, words)


def letting(wording: str, allows: str | None = None) -> ProtectiveOrder:
    """An order against contact in these words."""
    return order(replace(NO_CONTACT, wording=wording, allows=allows))


BY_SOLICITOR = noticed(words="letter through solicitors")
SAVE = letting("not to contact her save through solicitors")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(ORDER, RECEIVED, noticed()), ACT, id="calls to somebody whom an order protects"),
        pytest.param(case(RECEIVED, noticed()), ACT, id="calls to a victim whom no order protects"),
        pytest.param(case(noticed()), ACT, id="calls, and nobody knows when custody began"),
        pytest.param(case(RECEIVED, noticed(BEGAN)), ACT, id="calls on the first day"),
        pytest.param(case(RECEIVED, noticed(BEFORE)), CLEAR, id="calls in an earlier custody"),
        pytest.param(
            case(RECEIVED, custody(CustodyEventKind.TRANSFERRED, SINCE, "moved prison")), CLEAR, id="something else happened"
        ),
        pytest.param(case(SAVE, RECEIVED, BY_SOLICITOR), CLEAR, id="the order lets solicitors write"),
        pytest.param(
            case(letting("not to contact her", "letters through a solicitor"), RECEIVED, BY_SOLICITOR), CLEAR, id="it says so apart"
        ),
        pytest.param(case(SAVE, RECEIVED, noticed()), ACT, id="it lets solicitors write, and he rang"),
        pytest.param(
            case(SAVE, RECEIVED, noticed(words="14 calls to her, and a letter through solicitors")), ACT, id="he rang, and solicitors wrote"
        ),
        pytest.param(
            case(SAVE, RECEIVED, noticed(words="called her about the solicitors")), ACT, id="he spoke of solicitors and rang himself"
        ),
        pytest.param(
            case(SAVE, RECEIVED, noticed(words="letter through solicitors about the children and two calls")), ACT, id="a letter and two calls"
        ),
        pytest.param(
            case(SAVE, RECEIVED, noticed(words="letter through solicitors about the children")), CLEAR, id="a letter about the children"
        ),
        pytest.param(
            case(SAVE, RECEIVED, noticed(words="Two letters sent via his solicitor.")), CLEAR, id="two letters by a solicitor"
        ),
        pytest.param(case(ORDER, RECEIVED, BY_SOLICITOR), ACT, id="it lets nobody write"),
        pytest.param(
            case(letting("not to contact her, not through solicitors either"), RECEIVED, BY_SOLICITOR), ACT, id="it forbids solicitors to write"
        ),
        pytest.param(case(SAVE, ORDER, RECEIVED, BY_SOLICITOR), ACT, id="one order lets them, another does not"),
        pytest.param(case(RECEIVED, BY_SOLICITOR), ACT, id="no order says that they may"),
    ],
)  # fmt: skip
def test_contact_that_staff_noticed(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(RECEIVED, breach(SINCE, "telephoned her")), ACT, id="a breach since"),
        pytest.param(case(RECEIVED, breach(SINCE, outcome=BreachOutcome.ALLEGED)), ACT, id="an alleged breach since"),
        pytest.param(case(RECEIVED, breach(BEFORE, "telephoned her")), CLEAR, id="a breach before"),
        pytest.param(case(RECEIVED, breach(BEGAN)), CLEAR, id="the breach for which he was arrested"),
        pytest.param(case(RECEIVED, conviction("00831", "breach of a restraining order", on=SINCE)), ACT, id="convicted of one since"),
        pytest.param(case(RECEIVED, abuse(THREATS, EX_PARTNER, SINCE, words="heard on a call")), ACT, id="a threat since"),
        pytest.param(case(RECEIVED, abuse(THREATS, EX_PARTNER, TODAY)), ACT, id="a threat today"),
        pytest.param(case(RECEIVED, abuse(THREATS, EX_PARTNER, BEFORE)), CLEAR, id="a threat before"),
        pytest.param(case(RECEIVED, abuse(THREATS, EX_PARTNER, SINCE, role=AbuseRole.VICTIM)), CLEAR, id="she threatened him"),
        pytest.param(case(breach(SINCE, "sent her a letter")), CANNOT_TELL, id="a letter, nobody knows when custody began"),
        pytest.param(
            case(conviction("00831", "breach of a restraining order", method="rang her twice")), CANNOT_TELL,
            id="convicted of calls, nobody knows when custody began",
        ),
        pytest.param(
            case(conviction("00831", "breach of a restraining order", method="stood at her door")), CLEAR,
            id="convicted of standing at her door",
        ),
        pytest.param(case(breach(SINCE, "went to her door")), CLEAR, id="he stood at her door, so he was free"),
        pytest.param(
            case(RECEIVED, replace(breach(SINCE), happened_on=None)), CANNOT_TELL, id="nobody knows the day of a breach written down since"
        ),
        pytest.param(
            case(RECEIVED, replace(breach(BEFORE), happened_on=None)), CLEAR, id="nobody knows the day, it was written down before"
        ),
        pytest.param(
            case(RECEIVED, custody(CustodyEventKind.RELEASED, date(2026, 9, 1)), breach(SINCE, "went to her door")), CLEAR,
            id="he was released before it",
        ),
    ],
)  # fmt: skip
def test_breaches_and_abuse_in_custody(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(ORDER, contact(EX_PARTNER, note="approved for telephone calls")), ACT, id="she is on the list"),
        pytest.param(case(ORDER, contact(NamedPerson("Beth Sample"), note="PIN list")), ACT, id="her name alone is"),
        pytest.param(case(ORDER, contact(MOTHER, note="PIN list")), CLEAR, id="somebody else is"),
        pytest.param(case(ORDER, contact(EX_PARTNER, note="next of kin")), CLEAR, id="she is a contact, and on no list"),
        pytest.param(case(ORDER, contact(EX_PARTNER, note="no telephone calls")), CLEAR, id="she may not be called"),
        pytest.param(case(ORDER, replace(contact(EX_PARTNER, note="PIN list"), active=False)), CLEAR, id="she was on it once"),
        pytest.param(case(contact(EX_PARTNER, note="PIN list")), CLEAR, id="no order protects her"),
        pytest.param(
            case(condition(NO_CONTACT), conviction("10501", "assault", FRIEND), contact(FRIEND, note="visits")), ACT,
            id="a condition that names nobody, and the victim visits",
        ),
        pytest.param(
            case(condition(NO_CONTACT), conviction("10501", "assault", FRIEND), contact(MOTHER, note="visits")), CLEAR,
            id="a condition that names nobody, and his mother visits",
        ),
        pytest.param(
            case(condition(NO_CONTACT), abuse(THREATS, FRIEND, BEFORE), contact(FRIEND, note="visits"), RECEIVED), ACT,
            id="a condition that names nobody, and somebody he abused visits",
        ),
        pytest.param(
            case(condition(NO_CHILDREN), contact(CHILD_OF_NINE, note="video visits")), ACT, id="no contact with children, and a child visits"
        ),
        pytest.param(
            case(condition(NO_CHILDREN), contact(MOTHER, note="video visits")), CLEAR, id="no contact with children, and his mother visits"
        ),
        pytest.param(
            case(alert("ONCR", "Dan Sample asks for no contact"), contact(FRIEND, note="PIN list")), ACT, id="who asked for no contact is on it"
        ),
        pytest.param(
            case(alert("ONCR", "Dan Sample asks for no contact"), contact(MOTHER, note="PIN list")), CLEAR, id="somebody else asked for none"
        ),
        pytest.param(case(condition(NO_CONTACT, FRIEND), contact(FRIEND, note="visits")), ACT, id="a licence forbids contact"),
        pytest.param(
            case(order(term(ProhibitionKind.NO_ENTER_ADDRESS)), contact(EX_PARTNER, note="PIN list")), CLEAR, id="contact is not forbidden"
        ),
    ],
)  # fmt: skip
def test_people_on_the_list_of_contacts(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_reasons_tell_apart_what_shows_it() -> None:
    of = case(
        ORDER,
        RECEIVED,
        noticed(),
        breach(SINCE),
        abuse(THREATS, EX_PARTNER, SINCE),
        contact(EX_PARTNER, note="PIN list"),
    )
    assert [finding.because for finding in findings(RULE, of)] == [BECAUSE[sign] for sign in Sign]


def test_a_request_for_no_contact_is_cited_with_the_contact_that_ignored_it() -> None:
    (finding,) = findings(RULE, case(RECEIVED, noticed(), alert("ONCR", "asked in July")))
    assert [each.says for each in finding.evidence] == [
        "two calls through his mother's telephone",
        "No-contact request, open asked in July",
    ]
    assert answer(RULE, case(RECEIVED, alert("ONCR", "asked in July"))) == CLEAR


def test_staff_do_not_learn_that_contact_was_noticed() -> None:
    with_it, without = (case(ORDER, RECEIVED, *more).dossier.known_part() for more in ([noticed()], []))
    assert with_it.of(CustodyEvent) == without.of(CustodyEvent)
    assert noticed().protected
    assert not replace(noticed(), visibility=Visibility.KNOWN_TO_SUBJECT).protected
    assert not RECEIVED.protected
