"""Made-up people and a model that knows of each feature what it truly does, for the tests of evaluation."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from riskflag.classifier.bins import Bins
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model, Threshold
from riskflag.classifier.venn_abers import venn_abers
from tests.classifier.models import a_model
from training.scoring import score_many
from training.table import HARMS, INSTRUMENTS, Outcome, Part, Table

AGE = Bins((25.0, 35.0, 50.0), 18.0, 70.0, unknown_seen=False)
BREACHES = Bins((0.5, 1.5, 2.5), 0.0, 3.0, unknown_seen=True)
STEPS = ((0.6, 0.1, -0.3, -0.8, 0.0), (-0.5, 0.6, 1.2, 1.6, 0.2))
CELLS = tuple(np.linspace(-2.5, 1.0, 30).tolist())


def a_true_model(people: int = 20_000, threshold: float = 0.4) -> Model:
    """A model whose probabilities are true of everybody in ``a_table``, with intervals from people like them."""
    model = a_model((AGE, BREACHES), STEPS, intercept=-1.0)
    others = a_table(model, people, seed=99)
    log_odds = score_many(model, others.vectors)[Harm.VIOLENCE].log_odds
    cell = np.searchsorted(CELLS, log_odds)
    happened = others.happened(Harm.VIOLENCE)
    counts = [np.bincount(each, minlength=len(CELLS) + 1).tolist() for each in (cell, cell[happened])]
    intervals = venn_abers(CELLS, *counts)
    of_harm = replace(
        model.harms[Harm.VIOLENCE], venn_abers=intervals, threshold=Threshold(threshold, 0.4, 0.5)
    )
    return replace(model, harms=dict.fromkeys(Harm, of_harm))


def a_table(
    model: Model,
    people: int = 4000,
    seed: int = 1,
    simulated: bool = True,
    sexes: Sequence[str] = ("female", "male"),
    shares: Sequence[float] = (0.2, 0.8),
) -> Table:
    """Releases of made-up people, some of them released twice. To each the harms happen as the model says."""
    generator = np.random.default_rng(seed)
    person = np.sort(generator.integers(0, people, people)) + 987_000_000
    vectors = np.column_stack(
        [generator.uniform(18, 70, people).round(), generator.integers(0, 4, people).astype(np.float64)]
    )
    vectors[generator.random(people) < 0.1, 1] = np.nan
    truth = np.column_stack([score_many(model, vectors)[harm].probability for harm in HARMS])
    happened = generator.random(truth.shape) < truth
    noisy = truth[:, [-1]] * generator.uniform(0.5, 1.5, (people, len(INSTRUMENTS)))
    instruments = np.round(100 * np.clip(noisy, 0.01, 0.99), 2)
    instruments[generator.random(instruments.shape) < 0.2] = np.nan
    return Table(
        vectors=vectors,
        outcomes=np.where(happened, Outcome.HAPPENED, Outcome.DID_NOT_HAPPEN).astype(np.int8),
        truth=truth if simulated else np.full_like(truth, np.nan),
        instruments=instruments,
        recognised=generator.random(truth.shape) < 0.3,
        part=np.full(people, Part.TEST, dtype=np.int8),
        person=person,
        released=generator.integers(17_000, 18_000, people),
        sex=generator.choice(sexes, people, p=shares),
        age_band=np.where(vectors[:, 0] < 30, "18 to 29", "30 or over"),
        ethnicity=generator.choice(["asian", "black", "white", "not stated"], people),
        region=generator.choice(["north", "south"], people),
    )
