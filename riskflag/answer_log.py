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
    for code in sorted({*_failed_rules(stored.full), *_failed_rules(stored.open)}):
        log.error("rule_failed", code=code, assessment_id=stored.id)


def _failed_rules(assessment: Assessment) -> Iterator[RuleCode]:
    spoken: tuple[Unanswered | Flag, ...] = (*assessment.unanswered, *assessment.flags)
    for spoke in spoken:
        if any(missing.reason is MissingReason.RULE_FAILED for missing in spoke.missing):
            yield spoke.code
