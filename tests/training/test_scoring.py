"""Scoring many people at once gives the answers that each would get alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.classifier.models import a_model, models, vectors
from training.scoring import score_many


@given(st.data())
def test_many_people_get_the_answers_that_each_would_get_alone(data: st.DataObject) -> None:
    model = data.draw(models())
    people = data.draw(st.lists(vectors(model), min_size=1, max_size=8))
    many = score_many(model, np.array(people))
    for row, person in enumerate(people):
        for one in model.score(person):
            assert abs(many[one.harm].log_odds[row] - one.log_odds) <= 1e-12
            assert abs(many[one.harm].probability[row] - one.probability) <= 1e-12
            assert abs(many[one.harm].low[row] - one.low) <= 1e-12
            assert abs(many[one.harm].high[row] - one.high) <= 1e-12


def test_people_with_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="features"):
        score_many(a_model(), np.zeros((2, 3)))
