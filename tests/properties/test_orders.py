"""What must always hold of the rules about orders, whatever is on record.

RO-REG-01 is left out of both laws on purpose: it is about records that disagree, and an order that turns out to
be in force is what an open flag was waiting for. A protection order takes the place of the notice that it decides,
and of nothing else. Somebody at the address whom an order keeps apart from the person is no longer said to be
near it, once RO-ADDR-01 says that they live there.
"""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    alert,
    breach,
    case,
    condition,
    conviction,
    custody,
    order,
    own_address,
    protected_place,
    registration,
    term,
)
from riskflag.facts.undecided import DECIDED_BY
from riskflag.records import (
    AddressUse,
    ConvictionOutcome,
    CustodyEventKind,
    NamedPerson,
    Point,
    Prohibition,
    ProtectiveOrder,
    Record,
    Zone,
)
from riskflag.rule import CannotTell, Clear, Outcome
from riskflag.rulebook import build_rulebook, load_rulebook
from riskflag.vocabulary import OrderType, ProhibitionKind, RuleCode, Source

MINE = (
    "RO-ADDR-01 RO-ADDR-02 RO-ADDR-03 RO-ADDR-04 RO-ADDR-06 RO-TIME-03 RO-INT-01 RO-CHLD-01 RO-LIC-01 RO-LIC-02 "
    "OCC-01 FM-01 BAIL-01 RO-BRCH-01 RO-BRCH-02"
)
RULEBOOK = build_rulebook((load_rulebook().rule(code) for code in MINE.split()), "")
PEOPLE = (EX_PARTNER, MOTHER, CHILD_OF_NINE, NamedPerson("Beth Sample"), FRIEND)
ZONES = (
    Zone("near", Point(400000, 300100, 10), 500),
    Zone("far", Point(500000, 300000, 10), 500),
    Zone("undrawn"),
)

places = st.sampled_from((None, PROPOSED, SAME_STREET, OTHER_TOWN))
days = st.dates(date(2020, 1, 1), date(2027, 12, 31))
past_days = st.dates(date(2020, 1, 1), date(2026, 11, 1))
groups = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple)


@st.composite
def terms(draw: st.DrawFn) -> Prohibition:
    """Any term."""
    kind = draw(st.sampled_from(ProhibitionKind))
    drafted = term(kind, "as drafted", draw(places), draw(st.sampled_from((None, *ZONES))))
    return replace(drafted, allows=draw(st.sampled_from((None, "to live there", "letters only"))))


@st.composite
def orders(draw: st.DrawFn, in_force: bool = False) -> ProtectiveOrder:
    """Any order that binds the person; with ``in_force``, one that surely does on the day of the question."""
    made = order(
        *draw(st.lists(terms(), max_size=3)),
        kind=draw(st.sampled_from(OrderType)),
        protects=draw(groups),
        made_on=draw(past_days),
        expires_on=None if in_force else draw(st.none() | days),
        interim=draw(st.booleans()),
    )
    return replace(made, hearing_on=draw(st.none() | days))


other_records = st.one_of(
    st.builds(condition, terms(), st.sampled_from(PEOPLE)),
    st.builds(breach, past_days),
    st.builds(custody, st.sampled_from(CustodyEventKind), past_days),
    st.builds(protected_place, st.sampled_from(PEOPLE), places, past_days),
    st.builds(own_address, st.sampled_from((PROPOSED, OTHER_TOWN)), st.sampled_from(AddressUse)),
    st.just(conviction("00801", "assault", EX_PARTNER, outcome=ConvictionOutcome.PENDING)),
    st.sampled_from((alert("OHCO"), registration("RSTO", "Restraining Order"))),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case, now and then without an address, without a release date or with a source that was not asked."""
    asked = draw(
        st.sampled_from(
            (
                ASKED,
                ASKED,
                replace(ASKED, release_date=None),
                replace(ASKED, address=None, no_fixed_abode=True),
            )
        )
    )
    return case(
        *draw(st.lists(orders(), max_size=2)),
        *draw(st.lists(other_records, max_size=3)),
        asked=replace(asked, occupants_stated=draw(st.sampled_from((True, None)))),
        lives_with=draw(groups),
        not_asked=draw(st.lists(st.sampled_from(Source), max_size=1)),
    )


def with_records(of: Case, records: tuple[Record, ...]) -> Case:
    """The same case with these records."""
    return replace(of, dossier=replace(of.dossier, records=records))


RAISED = 2


def weight(outcome: Outcome) -> int:
    """Nothing found, cannot tell, raised: in the order in which an answer may move."""
    return 0 if isinstance(outcome, Clear) else 1 if isinstance(outcome, CannotTell) else RAISED


def weights(of: Case) -> dict[RuleCode, int]:
    """What every rule made of the case."""
    return {answer.rule.code: weight(answer.outcome) for answer in RULEBOOK.run(of.facts)}


def lighter(before: Case, after: Case) -> list[RuleCode]:
    """The rules whose answer moved towards nothing found."""
    answers = weights(after)
    return [code for code, was in weights(before).items() if answers[code] < was]


@given(cases(), orders(in_force=True))
def test_an_order_in_force_never_takes_a_flag_or_a_doubt_away(of: Case, added: ProtectiveOrder) -> None:
    after = with_records(of, (*of.dossier.records, added))
    answers = lighter(of, after)
    if weights(after)[RuleCode("RO-ADDR-01")] == RAISED:
        answers = [code for code in answers if code != "RO-ADDR-04"]
    if added.order_type in DECIDED_BY.values() and not added.interim:
        answers = [code for code in answers if code != "RO-INT-01"]
    assert answers == []


@given(cases())
def test_a_missing_end_date_never_takes_a_flag_or_a_doubt_away(of: Case) -> None:
    without = tuple(
        replace(record, expires_on=None) if isinstance(record, ProtectiveOrder) else record
        for record in of.dossier.records
    )
    assert lighter(of, with_records(of, without)) == []


@given(cases(), st.sampled_from(Source))
def test_a_source_that_was_not_asked_never_leads_to_nothing_found(of: Case, source: Source) -> None:
    coverage = {asked: c for asked, c in of.dossier.coverage.items() if asked is not source}
    unasked = replace(of, dossier=replace(of.dossier, coverage=coverage))
    place = (
        unasked.place
        if source is not Source.PLACE_REGISTER
        else replace(unasked.place, coverage=type(of.place)().coverage)
    )
    answers = weights(replace(unasked, place=place))
    assert not [rule.code for rule in RULEBOOK.rules if source in rule.needs and answers[rule.code] == 0]


@given(cases())
def test_protected_places_change_nothing_that_staff_may_see(of: Case) -> None:
    hidden = with_records(of, tuple(record for record in of.dossier.records if not record.protected))
    seen, bare = (
        RULEBOOK.run(
            replace(each, dossier=each.dossier.known_part(), enquiry=each.enquiry.known_part()).facts
        )
        for each in (of, hidden)
    )
    assert seen == bare
