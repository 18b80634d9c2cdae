"""What must be decided before an address or referral may be approved."""

from datetime import datetime

from riskflag.assessment import Assessment
from riskflag.decisions.made import Decided, gap_key
from riskflag.dossier import Missing
from riskflag.enquiry import Enquiry
from riskflag.errors import BadInput
from riskflag.flags import Flag
from riskflag.vocabulary import EnquiryKind, Severity

MUST_BE_DECIDED = frozenset({Severity.STOP, Severity.ACT})
"""What may not be left without a decision where an address or referral is approved."""


EXPIRED = "has expired: ask again, and decide on what is answered then"


def refuse_unless_all_decided(
    answer: Assessment, enquiry: Enquiry, decided: Decided, moment: datetime, *, newest: bool
) -> None:
    """Raises BadInput, which names everything that stands in the way of an approval.

    The person decides; this sees to it that nothing was overlooked. What stops or must be done carries a
    decision, what could not be told was found out, and the answer holds now and is the latest.

    answer: the whole answer, as it was given
    decided: all that was decided on it until now
    newest: whether nothing was answered later about the same person and place
    """
    problems = {f"flags.{flag.code}": "has no decision yet" for flag in undecided(answer, decided)}
    problems |= {
        f"gaps.{gap_key(gap)}": "nobody has said how it was closed" for gap in open_gaps(answer, decided)
    }
    if moment > answer.valid_until:
        problems["answer"] = EXPIRED
    elif not newest:
        problems["answer"] = "is not the latest about this place: decide on the latest"
    if enquiry.kind is EnquiryKind.ADDRESS and enquiry.where is None:
        problems["decision"] = "must not be approved: no address was proposed"
    if problems:
        raise BadInput(problems)


def refuse_where_expired(answer: Assessment, moment: datetime) -> None:
    """Raises BadInput where the answer is too old for its words to be told to anybody."""
    if moment > answer.valid_until:
        raise BadInput({"answer": EXPIRED})


def undecided(answer: Assessment, decided: Decided) -> tuple[Flag, ...]:
    """The flags that stop or must be acted on, and carry no decision; gravest first."""
    return tuple(
        flag for flag in answer.flags if flag.severity in MUST_BE_DECIDED and not decided.flags.get(flag.code)
    )


def open_gaps(answer: Assessment, decided: Decided) -> tuple[Missing, ...]:
    """What the answer could not tell, and nobody has said how it was found out."""
    return tuple(gap for gap in answer.gaps if not decided.gaps.get(gap))
