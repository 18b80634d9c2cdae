"""What is news: a flag, a graver one, one that rests on a further record, or an answer that was complete."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from riskflag.flags import SEVERITY_ORDER
from riskflag.standing.kept import Change, Kept, KeptFlag, Outcome
from riskflag.vocabulary import RuleCode, Severity


@dataclass(frozen=True, slots=True)
class NowAndBefore:
    """A proposal that stands, and what was known of it before.

    now: what it comes to now
    before: what it came to the last time, or in the last answer that was given about it; None where nobody
        ever looked
    """

    now: Outcome
    before: Outcome | None


def compared(pairs: Sequence[NowAndBefore], kept: Kept) -> tuple[Change, ...]:
    """What has changed, of each proposal of which anything has.

    kept: what was kept the last time; a proposal that is in it and stands no more is gone
    """
    here = {pair.now.proposal for pair in pairs}
    lapsed = [Change(each.proposal, gone=True) for each in kept.outcomes if each.proposal not in here]
    known = {each.proposal for each in kept.outcomes}
    changed = [replace(_change(pair), first_seen=pair.now.proposal not in known) for pair in pairs]
    return (*(each for each in changed if each.is_one), *lapsed)


def _change(pair: NowAndBefore) -> Change:
    now, before = pair.now, pair.before
    earlier = {flag.code: flag for flag in before.flags} if before else {}
    new = tuple(flag.code for flag in now.flags if flag.code not in earlier)
    again = [(flag, earlier[flag.code]) for flag in now.flags if flag.code in earlier]
    graver = tuple(flag.code for flag, was in again if _weight(flag.severity) > _weight(was.severity))
    further = tuple(flag.code for flag, was in again if set(flag.evidence) - set(was.evidence))
    raised = {flag.code for flag in now.flags}
    return Change(
        proposal=now.proposal,
        new=new,
        graver=graver,
        further=further,
        lifted=tuple(code for code in earlier if code not in raised),
        newly_incomplete=before is not None and before.complete and not now.complete,
        approved_now_stops=now.approved and any(_stops(now.flags, {*new, *graver, *further})),
    )


def _stops(flags: Sequence[KeptFlag], codes: set[RuleCode]) -> Iterator[bool]:
    return (flag.severity is Severity.STOP for flag in flags if flag.code in codes)


def _weight(severity: Severity) -> int:
    return -SEVERITY_ORDER.index(severity)
