"""The referral was closed because it was sent, or what came of it is no use.

What it flags: "complete" with no outcome or one that only passes the person on; an offer that is unsuitable
or was turned down; no acknowledgement in five working days; a plan's action copied from review to review.

Why it matters: inspectors found actions marked as done while the person had nowhere to go.

What to do: reopen it, chase the recipient, try a second one, and tell the person and the officer.

Limits: outcomes are read by their words. Bank holidays count as working days.
"""

from dataclasses import replace

from riskflag.casebook import REFERRED, case
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.referral_progress import Stuck, copied_unchanged, progress, same_on_record
from riskflag.records import Referral, ReferralStatus
from riskflag.rule import REFERRAL, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Stuck.ONLY_SENT: "The referral is called complete, and nothing shows that the person got anything.",
    Stuck.UNSUITABLE: "What was offered is not suitable.",
    Stuck.TURNED_DOWN: "The recipient turned the referral down or has no place.",
    Stuck.NOT_ACKNOWLEDGED: "Nobody has acknowledged the referral within five working days.",
}
COPIED = "The action in the newest plan review is the same, word for word, as in the one before."


def check(facts: Facts) -> Outcome:
    """What the enquiry, and records of the same referral, say came of it."""
    come_to, evidence = progress(facts), [cite(record, _says(record)) for record in same_on_record(facts)]
    findings = [Finding(BECAUSE[reason], tuple(evidence)) for reason in come_to.stuck]
    findings += [Finding(COPIED, (cite(answer, answer.words),)) for answer in copied_unchanged(facts)]
    return outcome_of(findings, "It is under way or came to something.", come_to.not_known)


def _says(record: Referral) -> str:
    sent = written_date(record.sent_on, "never")
    return f"{record.status.value}, sent {sent}: {record.outcome or 'no outcome recorded'}"


UNDER_WAY = replace(REFERRED, confirmed_start_on=None, suitable=None, outcome=None, acknowledged_on=None)
CLOSED = replace(UNDER_WAY, status=ReferralStatus.COMPLETE, outcome="leaflet given")
RULE = Rule(
    code=RuleCode("REF-SENT-01"),
    title="Referral closed because it was sent, or its outcome is no use",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=REFERRAL,
    check=check,
    needs=frozenset({Source.REFERRALS, Source.SCREENING}),
    authorities=("I-TTG16",),
    decides="responsible officer",
    act_by="within two working days, and before release",
    action="Reopen it, chase the recipient, try a second one, and tell the person and their officer.",
    tell=("prison resettlement team", "responsible officer"),
    do_not_disclose="Nothing beyond the ordinary rules.",
    staff_message="This referral has not done what it was for. Reopen it, chase it, try another recipient.",
    examples=(
        raises("It was closed with a leaflet", case(asked=CLOSED)),
        raises("Sent and not heard of", case(asked=replace(UNDER_WAY, status=ReferralStatus.SENT))),
        clears("A room is confirmed", case(asked=replace(REFERRED, status=ReferralStatus.COMPLETE))),
        cannot_tell("Nobody asked for referrals", case(asked=REFERRED, not_asked=[Source.REFERRALS])),
    ),
)
