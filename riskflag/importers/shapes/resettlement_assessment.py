"""A resettlement assessment, first and latest: ``{"originalAssessment": {...}, "latestAssessment": {...}}``.

Elements: every answer. An address that was given is an address; any other answer is a screening answer. An
answer that the latest assessment gives again carries no record.
"""

import re
from collections.abc import Callable

from riskflag.importers.addresses import address_in_lines
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.shape import Shape
from riskflag.records import AddressRecord, AddressUse, ScreeningAnswer, ScreeningTopic
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem

_LATEST, _ORIGINAL = "latestAssessment", "originalAssessment"
_TOPICS: tuple[tuple[str, ScreeningTopic], ...] = (
    (r"domestic|abus|partner", ScreeningTopic.DOMESTIC_ABUSE),
    (r"\barson|\bfires?\b", ScreeningTopic.ARSON),
    (r"child|parent", ScreeningTopic.CHILDREN),
    (r"sexual", ScreeningTopic.SEXUAL_OFFENDING),
    (r"violen|weapon|gang", ScreeningTopic.VIOLENCE),
    (r"health|medic|\bgp\b|drug|alcohol", ScreeningTopic.HEALTH),
    (r"risk|harm", ScreeningTopic.RISK_TO_OTHERS),
)
_NOT_ANSWERED = re.compile(r"no answer provided|not answered|not asked", re.IGNORECASE)
_CONCERN = re.compile(
    r"no fixed|no permanent|homeless|nowhere|(?:does|do) not (?:have|know)|not known|unknown"
    r"|unsuitable|unsafe",
    re.IGNORECASE,
)
_YES, _NO = re.compile(r"^yes\b", re.IGNORECASE), re.compile(r"^no\b", re.IGNORECASE)
_ASKS_FOR_GOOD = re.compile(
    r"registered with|bank account|safe\b|settled|suitable"
    r"|(?:have|is there) (?:somewhere|a (?:home|place|gp|job))",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"WILL|RELEASE|NEW", re.IGNORECASE)


def _read(reading: Reading) -> None:
    latest, original = reading.top.inside(_LATEST), reading.top.inside(_ORIGINAL)
    answers = list(latest.items("questionsAndAnswers"))
    given = {_question(answer) for answer in answers if isinstance(answer.value, dict) and _said(answer)}
    reading.each(answers, _answer(latest))
    for answer in original.items("questionsAndAnswers"):
        if isinstance(answer.value, dict) and _question(answer) in given:
            reading.no_record([answer], "an answer that was given again later")
        else:
            reading.one(answer, _answer(original))


def _question(answer: Fields) -> tuple[str, str]:
    """What was asked: the page's number only says which way the form was gone through."""
    page = re.sub(r"_\d+$", "", answer.text_or_none("originalPageId") or "")
    return page, answer.text_or_none("questionTitle") or ""


def _answer(assessment: Fields) -> Callable[[Fields], AddressRecord | ScreeningAnswer]:
    tool = assessment.text_or_none("assessmentType") or "resettlement assessment"
    recorded_on = assessment.recorded("lastUpdated")

    def read(answer: Fields) -> AddressRecord | ScreeningAnswer:
        page, question = _question(answer)
        name = SourceRecordId(f"{answer.source_id()}-{recorded_on.isoformat()}")
        answered = _said(answer)
        if page.endswith("_ADDRESS") and answered:
            return AddressRecord(
                source_system=SourceSystem.RESETTLEMENT_PASSPORT,
                source_id=name,
                recorded_on=recorded_on,
                address=address_in_lines(answered),
                use=AddressUse.RESETTLEMENT_PLAN if _PLANNED.search(page) else AddressUse.PREVIOUS,
            )
        return ScreeningAnswer(
            source_system=SourceSystem.RESETTLEMENT_PASSPORT,
            source_id=name,
            recorded_on=recorded_on,
            tool=tool,
            topic=_topic(f"{question} {page}"),
            concern=_concern(question, answered) if answered else None,
            words=": ".join(filter(None, (question, answer.words("answer")))),
        )

    return read


def _said(answer: Fields) -> str:
    """What was answered; empty where nothing was."""
    said = answer.words("answer")
    return "" if _NOT_ANSWERED.search(said) else said


def _concern(question: str, answered: str) -> bool:
    """Whether an answer records a concern: to most questions yes does, to some (a home, a GP) no does."""
    worse = _NO if _ASKS_FOR_GOOD.search(question) else _YES
    return bool(worse.search(answered) or _CONCERN.search(answered))


def _topic(asked: str) -> ScreeningTopic:
    """What a question is about; accommodation where its words say nothing else."""
    if re.search(r"\blive|\bhome\b|address", asked, re.IGNORECASE):
        return ScreeningTopic.ACCOMMODATION
    told = (topic for words, topic in _TOPICS if re.search(words, asked, re.IGNORECASE))
    return next(told, ScreeningTopic.ACCOMMODATION)


def _recognises(content: object) -> bool:
    return isinstance(content, dict) and isinstance(content.get(_LATEST), dict)


SHAPE = Shape(
    name="resettlement-assessment",
    title="A resettlement assessment with its answers",
    recognises=_recognises,
    read=reads(_read),
    adds_to=frozenset({Source.ADDRESSES, Source.SCREENING}),
)
