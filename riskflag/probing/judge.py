"""What is decided of an enquiry before it is answered, and what the auditor is told of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from riskflag.probing.asked import AskedPlace, Judgement, Pace, Past, SecondPersonAgreement, Subject
from riskflag.probing.by_person import count, found_of_person
from riskflag.probing.by_place import alert, found_of_place
from riskflag.reference.thresholds import (
    PROBING_AGREED_DAYS,
    PROBING_AGREED_FURTHER,
    PROBING_DAYS,
    PROBING_HARD_CAP,
    PROBING_SLOW_DAYS,
)
from riskflag.vocabulary import Role


def judge(
    now: datetime, asking: AskedPlace, past: Past, agreements: Sequence[SecondPersonAgreement] = ()
) -> Judgement:
    """Judge the enquiry that is about to be answered.

    asking: the enquiry; it is not yet part of the past
    past: what was answered before, as `Past` says. Enquiries that were refused are not part of it.
    agreements: every agreement for this person that is not older than PROBING_AGREED_DAYS
    The store must hand all of this over from one snapshot, and write ``asking`` in the transaction in which
    it is answered, or two enquiries at one moment would each be the tenth.
    """
    slowly = sorted(_since(now, PROBING_SLOW_DAYS.value, past.of_person), key=_in_order)
    before = _since(now, PROBING_DAYS.value, slowly)
    by_account = _since(now, PROBING_DAYS.value, past.by_account)
    of_place = _since(now, PROBING_DAYS.value, past.of_place)
    of_person = found_of_person(asking, [*before, asking], [*slowly, asking])
    alerts = [alert(kind, Subject.PERSON, number, [*slowly, asking]) for kind, number in of_person.items()]
    alerts += found_of_place(asking, [*by_account, asking], [*of_place, asking])
    alerts.sort(key=lambda each: each.kind)
    return Judgement(_pace(now, asking, before, agreements), tuple(alerts))


def _since(now: datetime, days: int, asked: Iterable[AskedPlace]) -> list[AskedPlace]:
    """What was asked in these last days. What a clock that went wrong has put in the future counts too."""
    start = now - timedelta(days=days)
    return [each for each in asked if each.asked_at > start]


def _in_order(asked: AskedPlace) -> tuple[datetime, str, str, str, tuple[int, int]]:
    """By the moment of asking, and at one moment in an order that does not depend on the store's."""
    point = asked.place.point
    where = (point.easting, point.northing) if point else (0, 0)
    return asked.asked_at, asked.account, asked.place.canonical, asked.place.written, where


def _pace(
    now: datetime,
    asking: AskedPlace,
    before: Sequence[AskedPlace],
    agreements: Sequence[SecondPersonAgreement],
) -> Pace:
    """Whether it may be answered. An address asked about before is no further address."""
    addresses = count([*before, asking])
    if addresses <= PROBING_HARD_CAP.value or addresses == count(before):
        return Pace.ALLOW
    agreeing = _agreeing(now, asking, before, agreements)
    allowed = PROBING_HARD_CAP.value + PROBING_AGREED_FURTHER.value * agreeing
    return Pace.ALLOW if addresses <= allowed else Pace.NEEDS_SECOND_PERSON


def _agreeing(
    now: datetime,
    asking: AskedPlace,
    before: Sequence[AskedPlace],
    agreements: Sequence[SecondPersonAgreement],
) -> int:
    """How many responsible officers agree who asked for nothing beyond the cap themselves.

    Nobody counts twice, so that more than the stated number of further addresses takes one more officer.
    """
    asked = {asking.account} | (_askers_beyond(before) if agreements else set())
    start = now - timedelta(days=PROBING_AGREED_DAYS.value)
    return len(
        {
            each.account
            for each in agreements
            if each.person_id == asking.person_id
            and each.role is Role.RESPONSIBLE_OFFICER
            and start < each.agreed_at <= now
            and each.account not in asked
        }
    )


def _askers_beyond(before: Sequence[AskedPlace]) -> set[str]:
    """Who asked for an address beyond the cap."""
    askers = set()
    for place, each in enumerate(before):
        if count(before[: place + 1]) > PROBING_HARD_CAP.value:
            askers.add(each.account)
    return askers
