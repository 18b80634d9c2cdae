"""Decision curves: what acting on a score is worth to whoever weighs needless checks against missed harm.

Somebody who would rather check t / (1 - t) people needlessly than miss one acts at the threshold t (Vickers
and Elkin 2006).
"""

from dataclasses import dataclass

from training.arrays import Numbers, Outcomes

THRESHOLDS = tuple(percent / 100 for percent in range(1, 61))


@dataclass(frozen=True, slots=True)
class NetBenefit:
    """True alarms in each release, less the false ones at what they are worth.

    threshold: the probability from which on somebody would act
    model: acting where the model reaches it
    rules: acting where an order, flag, registration or rule speaks of the harm
    either: acting where either does, as the service does
    everybody: acting always. Acting never is worth 0
    """

    threshold: float
    model: float
    rules: float
    either: float
    everybody: float


def decision_curve(
    probabilities: Numbers, happened: Outcomes, recognised: Outcomes
) -> tuple[NetBenefit, ...]:
    """The net benefit at each of ``THRESHOLDS``.

    probabilities, happened, recognised: one a release
    """
    return tuple(_at(each, probabilities, happened, recognised) for each in THRESHOLDS)


def net_benefit(acted_on: Outcomes, happened: Outcomes, threshold: float) -> float:
    """What acting on these releases is worth, in true alarms a release."""
    true, false = (acted_on & happened).mean(), (acted_on & ~happened).mean()
    return float(true - false * threshold / (1 - threshold))


def _at(threshold: float, probabilities: Numbers, happened: Outcomes, recognised: Outcomes) -> NetBenefit:
    reached = probabilities >= threshold
    return NetBenefit(
        threshold=threshold,
        model=net_benefit(reached, happened, threshold),
        rules=net_benefit(recognised, happened, threshold),
        either=net_benefit(reached | recognised, happened, threshold),
        everybody=net_benefit(happened | True, happened, threshold),
    )
