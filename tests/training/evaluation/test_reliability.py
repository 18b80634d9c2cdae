import numpy as np

from training.evaluation.reliability import reliability


def test_bins_by_hand() -> None:
    said = np.repeat(np.linspace(0.03, 0.87, 15), 20)
    happened = np.tile(np.arange(20) < 5, 15)
    found = reliability(said, happened, said + 0.01)
    assert len(found.bins) == 15
    np.testing.assert_allclose([each.said for each in found.bins], np.linspace(0.03, 0.87, 15))
    assert {(each.observed.part, each.observed.of) for each in found.bins} == {(5, 20)}
    true = [each.true for each in found.bins if each.true is not None]
    np.testing.assert_allclose(true, np.linspace(0.04, 0.88, 15))


def test_the_histogram_holds_everybody_and_both_ends() -> None:
    said = np.array([0.0, 0.01, 0.049, 0.05, 0.5, 1.0])
    found = reliability(said, said > 0.5, np.full(6, np.nan))
    assert sum(found.histogram) == 6
    assert (found.histogram[0], found.histogram[1], found.histogram[10], found.histogram[19]) == (3, 1, 1, 1)
    assert {each.true for each in found.bins} == {None}
