"""Scores of the published instruments, by assessment. Every score that is there is an element."""

from dataclasses import dataclass
from functools import partial

from riskflag.importers.fields import Fields
from riskflag.importers.levels import level
from riskflag.importers.oasys import note_unfinished
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.shape import Shape
from riskflag.records import Predictor, PredictorScore
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem


@dataclass(frozen=True, slots=True)
class _Score:
    """Where one instrument's score stands, and under which names its parts."""

    predictor: Predictor
    inside: str
    band: str
    likelihood: str = ""
    one_year: str = ""
    two_years: str = ""


def _sexual(predictor: Predictor, name: str) -> _Score:
    return _Score(predictor, "sexualPredictorScore", f"{name}ScoreLevel", f"{name}PercentageScore")


_SCORES = (
    _Score(
        Predictor.GENERAL_RECONVICTION,
        "groupReconvictionScore",
        "scoreLevel",
        one_year="oneYear",
        two_years="twoYears",
    ),
    _Score(
        Predictor.VIOLENT_OFFENDING,
        "violencePredictorScore",
        "ovpRisk",
        one_year="oneYear",
        two_years="twoYears",
    ),
    _Score(
        Predictor.GENERAL_OFFENDING,
        "generalPredictorScore",
        "ogpRisk",
        one_year="ogp1Year",
        two_years="ogp2Year",
    ),
    _Score(
        Predictor.SERIOUS_RECIDIVISM,
        "riskOfSeriousRecidivismScore",
        "scoreLevel",
        likelihood="percentageScore",
    ),
    _sexual(Predictor.CONTACT_SEXUAL, "ospContact"),
    _sexual(Predictor.INDECENT_IMAGE_SEXUAL, "ospIndecent"),
    _sexual(Predictor.DIRECT_CONTACT_SEXUAL, "ospDirectContact"),
    _sexual(Predictor.INDIRECT_IMAGE_SEXUAL, "ospIndirectImage"),
)


def _read(reading: Reading) -> None:
    for assessment in reading.top.members():
        if not isinstance(assessment.value, dict):
            reading.unreadable(assessment.path)
            continue
        note_unfinished(assessment, "status")
        for score in _SCORES:
            if _given(assessment, score):
                reading.one(assessment.at(score.inside), partial(_predictor_score, assessment, score))


def _given(assessment: Fields, score: _Score) -> bool:
    """Whether the assessment has this score. Something else in its place is one that cannot be read."""
    held = assessment.get(score.inside)
    parts = (score.band, score.likelihood, score.one_year, score.two_years)
    return any(held.get(part) is not None for part in parts) if isinstance(held, dict) else held is not None


def _predictor_score(assessment: Fields, score: _Score, held: Fields) -> PredictorScore:
    kind = held.text_or_none("staticOrDynamic")
    identifier = assessment.source_id("completedDate", "assessmentType")
    return PredictorScore(
        source_system=SourceSystem.OASYS,
        source_id=SourceRecordId(f"{identifier}-{score.predictor}"),
        recorded_on=assessment.recorded("completedDate"),
        happened_on=assessment.day("completedDate"),
        predictor=score.predictor,
        in_one_year=_hundredths(held, score.one_year),
        in_two_years=_hundredths(held, score.two_years),
        likelihood=_hundredths(held, score.likelihood),
        band=level(held, score.band),
        dynamic=kind.upper() == "DYNAMIC" if kind else None,
    )


def _hundredths(held: Fields, name: str) -> int | None:
    """A percentage in hundredths of a per cent. Raises Unusable for what is no percentage."""
    percentage = held.number(name) if name else None
    if percentage is not None and not 0 <= percentage <= 100:
        raise held.refuse(name, "must be from 0 to 100")
    return None if percentage is None else round(percentage * 100)


SHAPE = Shape(
    name="predictors",
    title="Scores of the published instruments, by assessment",
    recognises=lambda content: some_have(content, "completedDate", "groupReconvictionScore"),
    read=reads(_read),
    adds_to=frozenset({Source.RISK_ASSESSMENTS}),
)
