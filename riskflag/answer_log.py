"""What the log may know of an answer: that it was given, by which rulebook, and which rules failed."""

from collections.abc import Iterator

import structlog

from riskflag.assessment import Assessment, Unanswered
from riskflag.dossier import MissingReason
from riskflag.flags import Flag
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.audit import Action
from riskflag.vocabulary import RuleCode

log = structlog.get_logger()


def tell(stored: StoredAssessment, action: Action) -> None:
    """Writes it into the log, under the name of what was done."""
    log.info(action.value, assessment_id=stored.id, rulebook=stored.full.rulebook)
    for code in failed_rules(stored):
        log.error("rule_failed", code=code, assessment_id=stored.id)


def tell_unmarked(stored: StoredAssessment, failure: type[Exception]) -> None:
    """Writes that the text of a referral could not be marked: of the failure only its type."""
    log.error("text_not_marked", assessment_id=stored.id, error=failure.__name__)


def tell_unscreened(failure: str) -> None:
    """Writes that somebody could not be screened, and of the failure only its type. It names nobody: the run
    lists them."""
    log.error("person_not_screened", error=failure)


def failed_rules(stored: StoredAssessment) -> list[RuleCode]:
    """The rules that broke or were late, in either of the two answers, in order."""
    return sorted({*_failed_in(stored.full), *_failed_in(stored.open)})


def _failed_in(assessment: Assessment) -> Iterator[RuleCode]:
    spoken: tuple[Unanswered | Flag, ...] = (*assessment.unanswered, *assessment.flags)
    for spoke in spoken:
        if any(missing.reason is MissingReason.RULE_FAILED for missing in spoke.missing):
            yield spoke.code
