"""Whether everything may be read, or the answer is for somebody who must not learn protected things."""

from riskflag.dossier import Missing, MissingReason
from riskflag.facts import Facts


def withheld(facts: Facts) -> tuple[Missing, ...]:
    """The sources that this reader may not see; none in the responsible officer's answer.

    A rule whose flag alone would tell too much gives these in place of an answer.
    """
    return tuple(gap for gap in facts.unavailable.values() if gap.reason is MissingReason.WITHHELD)
