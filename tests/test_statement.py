"""The draft for a recipient: the least that they need, in our own words, with sources, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag import statement
from riskflag.assessment import assess
from riskflag.casebook import (
    EX_PARTNER,
    MENTORED,
    NOW,
    OTHER_TOWN,
    REFERRED,
    Case,
    abuse,
    assessment,
    case,
    check,
    conviction,
    health,
    note,
    order,
    protected_place,
    registration,
    term,
)
from riskflag.dossier import PlaceKnowledge
from riskflag.enquiry import ReferralConsent
from riskflag.facts.known_risks import known_risks
from riskflag.facts.referral_needs import all_needs, needs_of
from riskflag.reading.themes import RiskTheme
from riskflag.records import (
    Address,
    CheckKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    NamedPerson,
    NoteKind,
    RecipientKind,
    Record,
    Whereabouts,
)
from riskflag.rulebook import load_rulebook
from riskflag.statement import (
    CHECK_EACH,
    NO_AGREEMENT,
    NOT_AGREED,
    NOT_DRAFTED,
    NOTHING_KNOWN,
    PARTS,
    SENTENCES,
    RiskStatement,
    draft_statement,
    drafted,
)
from riskflag.vocabulary import ProhibitionKind, Source
from tests.facts.everything import CASES

R, T, P = RecipientKind, RiskTheme, ProhibitionKind
AGREED = replace(REFERRED, consent=ReferralConsent.GIVEN)
ARSON = conviction("05602", "arson", EX_PARTNER, on=date(2020, 5, 1), location=OTHER_TOWN)
STAFF = assessment(words="Threatened staff at the hostel where Beth works.")
ILL = health(HealthAndCareKind.DIAGNOSIS, words="schizophrenia, on depot injection", mental_health=True)
AREA = order(term(P.EXCLUSION_AREA, "not to go within a mile of 31 Quay Street, Marlow Sands"))
WITH_HER = order(term(P.NO_RESIDE_WITH, "not to live with Beth Sample"))
EVERYTHING_SAID = [*SENTENCES.values(), *PARTS.values()]
HEALTH = {T.MENTAL_HEALTH, T.SUICIDE_OR_SELF_HARM, T.SUBSTANCE_MISUSE}


def drawn(recipient: RecipientKind, *records: Record, not_asked: tuple[Source, ...] = ()) -> RiskStatement:
    """The draft for a recipient."""
    asked = replace(AGREED, recipient=recipient)
    return draft_statement(case(*records, asked=asked, not_asked=not_asked).facts, recipient)


def said(draft: RiskStatement) -> list[str]:
    """The sentences of a draft."""
    return [sentence.says for sentence in draft.sentences]


def parts(thing: object) -> Iterator[object]:
    """A value and everything inside it."""
    yield thing
    if isinstance(thing, tuple | frozenset):
        for each in thing:
            yield from parts(each)
    elif isinstance(thing, Whereabouts):
        yield from parts(thing.reveal())
    elif is_dataclass(thing) and not isinstance(thing, type | Enum):
        for each in fields(thing):
            yield from parts(getattr(thing, each.name))


def whoever_and_wherever(of: Case) -> set[str]:
    """Every name, address and date of birth in a case but those of the person themself."""
    found: set[str] = set()
    for part in parts((of.dossier.records, of.enquiry, of.place.incidents)):
        if isinstance(part, NamedPerson):
            found |= {*part.name.split(), *part.aliases, *part.former_names, str(part.date_of_birth)}
        if isinstance(part, Address):
            found |= {part.text, part.street or "", part.town or "", part.postcode or "", part.uprn or ""}
    return {each for each in found if len(each) > 2 and each != "None"}


@pytest.mark.parametrize(
    ("recipient", "records", "expected"),
    [
        pytest.param(R.HOUSING_PROVIDER, (), [], id="nothing is known"),
        pytest.param(
            R.HOUSING_PROVIDER,
            (ARSON,),
            ["The person has set a fire or threatened to (latest record: 2020)."],
            id="a fire, for whoever houses him",
        ),
        pytest.param(R.MENTOR, (ARSON,), [], id="and for nobody else"),
        pytest.param(
            R.MENTOR,
            (AREA,),
            [
                "There is an area that the person must keep out of: [responsible officer: the ward or district, and nothing closer]."
            ],
            id="an area, which the officer names",
        ),
        pytest.param(
            R.HOUSING_PROVIDER,
            (WITH_HER,),
            [
                "There is somebody with whom the person may not share a home: ask the responsible officer before anybody is placed with them."
            ],
            id="somebody whom nobody names",
        ),
        pytest.param(
            R.SUBSTANCE_MISUSE_SERVICE,
            (ILL,),
            ["The person has mental health needs (latest record: 2026)."],
            id="health, for treatment, without the illness",
        ),
        pytest.param(R.HOUSING_PROVIDER, (ILL,), [], id="health is no landlord's business"),
        pytest.param(R.EMPLOYER, (ARSON, STAFF, ILL, WITH_HER), [], id="nor is any of it an employer's"),
    ],
)
def test_what_is_drafted(recipient: RecipientKind, records: tuple[Record, ...], expected: list[str]) -> None:
    assert said(drawn(recipient, *records)) == expected


def test_every_sentence_has_its_sources_and_why_the_recipient_needs_it() -> None:
    draft = drawn(R.HOUSING_PROVIDER, ARSON, STAFF)
    assert [sentence.theme for sentence in draft.sentences] == [T.ARSON, T.RISK_TO_STAFF]
    assert all(sentence.sources and sentence.why for sentence in draft.sentences)
    (source,) = draft.sentences[0].sources
    assert (source.source_system, source.recorded_on) == (ARSON.source_system, ARSON.recorded_on)
    assert source.source_id.startswith("EXAMPLE-")


@settings(max_examples=400)
@given(CASES, st.sampled_from(RecipientKind))
def test_no_draft_names_anybody_or_anywhere(of: Case, recipient: RecipientKind) -> None:
    # What identifies a record begins with a word that is also a name here.
    text = repr(draft_statement(of.facts, recipient)).replace("EXAMPLE", "")
    found = [word for word in whoever_and_wherever(of) if re.search(rf"\b{re.escape(word)}\b", text, re.I)]
    assert found == []


@settings(max_examples=300)
@given(CASES, st.sampled_from(RecipientKind))
def test_a_draft_tells_what_its_recipient_needs_and_no_more(of: Case, recipient: RecipientKind) -> None:
    facts = of.facts
    draft = draft_statement(facts, recipient)
    needed = {need.theme: known_risks(need, facts) for need in needs_of(recipient)}
    assert {sentence.theme for sentence in draft.sentences} <= {
        theme for theme, known in needed.items() if known
    }
    hidden = {(r.source_system, r.source_id) for r in of.dossier.records if r.protected}
    open_ones = {(r.source_system, r.source_id) for r in of.dossier.records if not r.protected}
    cited = {(s.source_system, s.source_id) for each in draft.sentences for s in each.sources}
    assert cited <= open_ones
    assert not cited & (hidden - open_ones)


@settings(max_examples=200)
@given(CASES, st.sampled_from(RecipientKind))
def test_every_sentence_is_one_of_ours(of: Case, recipient: RecipientKind) -> None:
    for sentence in said(draft_statement(of.facts, recipient)):
        assert re.sub(r"(?: \(latest record: \d{4}\))?\.$", "", sentence) in EVERYTHING_SAID


def test_the_properties_can_fail() -> None:
    """There are names, places and protected records to be left out, and sentences from which to leave them."""
    of = case(ARSON, STAFF, AREA, protected_place(EX_PARTNER, OTHER_TOWN), asked=REFERRED)
    assert {"Beth", "Sample", "Quay Street"} <= whoever_and_wherever(of)
    assert len(draft_statement(of.facts, R.HOUSING_PROVIDER).sentences) == 3


@pytest.mark.parametrize(
    "recipient", [R.HOUSING_PROVIDER, R.EMPLOYER, R.MENTOR, R.EDUCATION, R.BENEFITS, R.OTHER]
)
def test_health_goes_to_those_who_treat_it_only(recipient: RecipientKind) -> None:
    assert not HEALTH & {need.theme for need in needs_of(recipient)}


def test_there_is_a_sentence_for_every_need() -> None:
    assert set(SENTENCES) == set(RiskTheme)
    parted = {(need.theme, need.extent) for need in all_needs() if (need.theme, need.extent) in PARTS}
    assert parted == set(PARTS)


IN_CONFIDENCE = replace(note("threatened staff", NoteKind.STAFF), address=OTHER_TOWN)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param(drawn(R.MENTOR), [NOTHING_KNOWN], id="nothing is known"),
        pytest.param(drawn(R.MENTOR, STAFF), [CHECK_EACH], id="something is"),
        pytest.param(
            drawn(R.MENTOR, IN_CONFIDENCE),
            [
                NOTHING_KNOWN,
                "What is known of risk to staff was recorded in confidence: decide what, if anything, may be told.",
            ],
            id="something is, in confidence",
        ),
        pytest.param(
            drawn(R.MENTOR, not_asked=(Source.ALERTS,)),
            [NOTHING_KNOWN, "There may be more to tell, for these could not be relied on: alerts."],
            id="something could not be looked at",
        ),
    ],
)
def test_what_the_officer_must_settle(draft: RiskStatement, expected: list[str]) -> None:
    assert list(draft.before_sending) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="agreed and covered"),
        pytest.param({"consent": ReferralConsent.REFUSED}, [NOT_AGREED], id="the person refused"),
        pytest.param(
            {"consent": ReferralConsent.NOT_STATED}, [NOT_AGREED], id="nobody says whether they agreed"
        ),
        pytest.param({"agreement": None}, [NO_AGREEMENT], id="nobody says whether an agreement covers it"),
        pytest.param(
            {"agreement": None, "recipient": R.APPROVED_PREMISES}, [], id="a statutory recipient needs none"
        ),
    ],
)
def test_on_what_basis_it_may_be_told(changes: dict[str, Any], expected: list[str]) -> None:
    asked = replace(AGREED, **changes)
    draft = drafted(case(STAFF, asked=asked).facts)
    assert draft is not None
    assert list(draft.before_sending) == [CHECK_EACH, *expected]


def test_an_address_has_no_draft() -> None:
    assert drafted(case(ARSON).facts) is None


def test_a_draft_that_fails_takes_no_flag_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(statement, "draft_statement", broken)
    of = case(ARSON, asked=MENTORED, lives_with=())
    answer = assess(of.dossier, of.enquiry, of.place, load_rulebook())
    assert answer.statement == RiskStatement(R.MENTOR, (), (NOT_DRAFTED,))
    assert answer.as_of == NOW
    assert "ARS-01" in {flag.code for flag in answer.flags}


def test_a_concern_of_childrens_services_reaches_no_recipient() -> None:
    """The person may know that they were asked, and never what they answered."""
    worried = replace(check(CheckKind.CHILDRENS_SERVICES), concerns=True, result="a cousin told us")
    draft = drawn(R.APPROVED_PREMISES, worried)
    assert draft.sentences == ()
    assert any("risk to children was recorded in confidence" in line for line in draft.before_sending)
    flagged = drawn(R.APPROVED_PREMISES, worried, registration("RCHD", "Risk to Children"))
    assert [len(sentence.sources) for sentence in flagged.sentences] == [1]


def test_an_abuse_event_told_in_confidence_reaches_no_recipient() -> None:
    of = case(
        abuse(DomesticAbuseKind.THREATS, EX_PARTNER), asked=replace(AGREED, recipient=R.APPROVED_PREMISES)
    )
    draft = assess(of.dossier, of.enquiry, PlaceKnowledge(), load_rulebook()).statement
    assert draft is not None
    assert T.DOMESTIC_ABUSE not in {sentence.theme for sentence in draft.sentences}
    assert any("domestic abuse was recorded in confidence" in line for line in draft.before_sending)
