"""Whether a harm happened after a release, from records alone: what was proved, never that it was flagged."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.facts.history import HistoryFacts
from riskflag.records import Conviction, Record
from riskflag.reference.offences import OffenceTheme
from training.table import Outcome

VIOLENCE = (
    OffenceTheme.VIOLENCE,
    OffenceTheme.SERIOUS_VIOLENCE,
    OffenceTheme.HOMICIDE,
    OffenceTheme.STRANGULATION,
    OffenceTheme.THREATS,
    OffenceTheme.KIDNAP,
    OffenceTheme.ROBBERY,
    OffenceTheme.WEAPON,
    OffenceTheme.FIREARM,
)
SETTLED_AFTER = timedelta(days=180)
"""How long after the horizon records must go on before it may be said whether the harm happened: what happens
on the last day has still to be found, proved and recorded. Assumed."""
ALL_SETTLED_AFTER = SETTLED_AFTER + timedelta(days=max(each.within_days for each in OUTCOMES.values()))
"""How long after a release all of its outcomes are decided."""


def outcomes(history: HistoryFacts, released: date, followed_to: date) -> Mapping[Harm, Outcome]:
    """Whether each harm happened within its horizon, strictly after the release.

    history: everything that records showed in the end
    followed_to: the last day that the records speak of
    """
    return {
        harm: _outcome(proofs(history, harm), released, OUTCOMES[harm].within_days, followed_to)
        for harm in Harm
    }


def proofs(history: HistoryFacts, harm: Harm) -> Iterable[Record]:
    """Every record that shows the harm to have happened, whenever that was."""
    match harm:
        case Harm.DOMESTIC_ABUSE:
            yield from (f.record for f in history.abuse_by_person if isinstance(f.record, Conviction))
            yield from (c.record for c in history.convictions if c.abuse_whoever_the_victim)
        case Harm.ORDER_BREACH:
            yield from history.breaches
        case Harm.VIOLENCE:
            yield from (c.record for c in history.convicted_of(*VIOLENCE))


def _outcome(proved: Iterable[Record], released: date, within_days: int, followed_to: date) -> Outcome:
    end = released + timedelta(days=within_days)
    if end + SETTLED_AFTER > followed_to:
        # Those to whom it has happened by now must not count alone: they would make it look common.
        return Outcome.OPEN
    undated = False
    for record in proved:
        if record.happened_on is None:
            undated = undated or record.recorded_on > released
        elif released < record.happened_on <= end:
            return Outcome.HAPPENED
    return Outcome.OPEN if undated else Outcome.DID_NOT_HAPPEN
