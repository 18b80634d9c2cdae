"""The reader on the labelled texts: what it must reach, tuned on one part and never on the other."""

import pytest

from benchmarks.reading_quality import judge, labelled_texts, precision, recall
from riskflag.reading.themes import DisclosureTheme, RiskTheme, Stance

TEXTS = labelled_texts()
PARTS = {part: [text for text in TEXTS if text.part == part] for part in ("tuning", "held_out")}


def test_there_are_enough_texts_and_a_third_is_held_out() -> None:
    assert len(TEXTS) >= 150
    assert len(PARTS["held_out"]) * 3 >= len(TEXTS) - len(TEXTS) // 20
    assert len({text.text for text in TEXTS}) == len(TEXTS)


def test_labels_are_themes_and_stances_and_every_theme_is_labelled() -> None:
    for kind, themes in (("risks", RiskTheme), ("disclosures", DisclosureTheme)):
        assert {theme for text in TEXTS for theme in text.labels[kind]} == {theme.value for theme in themes}
    used = {stance for text in TEXTS for labels in text.labels.values() for stance in labels.values()}
    assert used == {stance.value for stance in Stance}


@pytest.mark.parametrize(
    ("part", "kind", "stance", "least_precision", "least_recall"),
    [
        pytest.param("tuning", "risks", Stance.STATED, 0.98, 0.94, id="tuned: risks stated"),
        pytest.param("tuning", "risks", Stance.DENIED, 0.96, 0.96, id="tuned: risks denied"),
        pytest.param("tuning", "risks", Stance.UNSURE, 0.88, 0.94, id="tuned: risks to be checked"),
        pytest.param("tuning", "disclosures", Stance.STATED, 0.95, 0.95, id="tuned: disclosures"),
        pytest.param("held_out", "risks", Stance.STATED, 0.92, 0.78, id="held out: risks stated"),
        pytest.param("held_out", "risks", Stance.DENIED, 0.88, 0.73, id="held out: risks denied"),
        pytest.param("held_out", "risks", Stance.UNSURE, 0.58, 0.75, id="held out: risks to be checked"),
        pytest.param("held_out", "disclosures", Stance.STATED, 0.88, 0.92, id="held out: disclosures"),
    ],
)
def test_no_worse_than(
    part: str, kind: str, stance: Stance, least_precision: float, least_recall: float
) -> None:
    judged = judge(PARTS[part], kind)
    assert precision(judged, stance) >= least_precision
    assert recall(judged, stance) >= least_recall


@pytest.mark.parametrize("part", PARTS)
def test_hardly_any_risk_is_read_as_stated_that_is_not_there(part: str) -> None:
    judged = judge(PARTS[part], "risks")
    invented = [each for each in judged if each.read == Stance.STATED and each.label in ("", Stance.DENIED)]
    assert len(invented) <= 0.03 * len(PARTS[part])
