"""An answer as responsible officers need it: every reason, and where they record what they decide."""

from collections import Counter

from flask import Response

from api.assessments.showing import as_seen_by, decisions_as_seen_by
from api.auth import actor
from api.pages.answers.asked import asked_lines
from api.pages.answers.bars import bars, of_100
from api.pages.answers.points import CHOICES, TAKEN, NotTaken, points
from api.pages.referrals.marks import text_for_officer
from api.pages.rendering import page
from api.pages.words import SEVERITIES, verdict_in_words
from api.wiring import wired
from riskflag.disclosure import ShownAssessment
from riskflag.dossier import LONDON
from riskflag.flags import SEVERITY_ORDER
from riskflag.vocabulary import AssessmentId, Severity


def officers_answer(assessment_id: AssessmentId, refused: NotTaken = TAKEN) -> Response:
    """The answer for a responsible officer. Raises NotFound.

    refused: a decision that was just sent and not taken, which is shown again with its reasons
    """
    reader = actor()
    about = wired().service.looking_up.answer(assessment_id, reader)
    stored = about.decided.stored
    answer = as_seen_by(reader, stored)
    made = decisions_as_seen_by(reader, about.decided)
    found = points(made, answer.not_told, refused)
    return page(
        "answers/officer.html",
        422 if refused.problems else 200,
        answer=answer,
        asked=list(asked_lines(stored, wired().clock().astimezone(LONDON).date())),
        assessment_id=assessment_id,
        bars=bars,
        choices=CHOICES,
        counted=counted(answer),
        made=made,
        name=about.person.name,
        of_100=of_100,
        person_id=stored.person_id,
        points=found,
        problems=found.problems,
        referral_text=text_for_officer(stored, answer, reader),
        stops=any(flag.severity is Severity.STOP for flag in answer.flags),
        verdict=verdict_in_words(answer.verdict, answer.complete),
    )


def counted(answer: ShownAssessment) -> str:
    """How many flags there are of each severity, in words."""
    many = Counter(flag.severity for flag in answer.flags)
    return ", ".join(f"{many[each]} {SEVERITIES[each][0]}" for each in SEVERITY_ORDER if many[each])
