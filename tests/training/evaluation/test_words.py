import pytest

from riskflag.classifier.harm import Harm
from training.evaluation import words
from training.evaluation.resampling import Estimate
from training.evaluation.shares import share

ESTIMATE = Estimate(0.01234, -0.00456, 0.02999)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(words.within(ESTIMATE), "0.012 (-0.005 to 0.030)", id="estimate"),
        pytest.param(words.within(ESTIMATE, 4), "0.0123 (-0.0046 to 0.0300)", id="more decimals"),
        pytest.param(words.signed(ESTIMATE), "+0.012 (-0.005 to +0.030)", id="difference"),
        pytest.param(words.signed(None), "not comparable", id="no difference"),
        pytest.param(words.within(None), "not comparable", id="no estimate"),
        pytest.param(words.of(share(15, 148)), "10% (6% to 16%), 15 of 148", id="share"),
        pytest.param(words.of(share(0, 0)), "nobody to take it of", id="a share of nobody"),
        pytest.param(words.percent(0.1234), "12.3%", id="per cent"),
        pytest.param(words.named(Harm.ORDER_BREACH), "Order breach", id="harm"),
        pytest.param(
            words.meant(Harm.ORDER_BREACH),
            "a breach of an order or no-contact condition that was proved, found or led to recall, within 365 days of the release",
            id="what counts",
        ),
    ],
)
def test_figures_in_words(written: str, expected: str) -> None:
    assert written == expected
