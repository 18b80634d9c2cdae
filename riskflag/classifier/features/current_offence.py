"""What the person was last convicted of: what the published instruments make of it, and two signs besides."""

from collections.abc import Callable, Iterable

from riskflag.classifier.feature import YES_OR_NO, Direction, FeatureName, PersonFeature
from riskflag.classifier.instrument_inputs import counted_history
from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import find_offence_category, offence_weight
from riskflag.facts.history import ConvictionFact
from riskflag.facts.person import PersonFacts
from riskflag.facts.topics import WEAPON_OFFENCES
from riskflag.vocabulary import Source

_CONVICTIONS = frozenset({Source.CONVICTIONS})
_PUBLIC_ORDER = "public_order_and_harassment"
_UNKNOWN = (
    "Unknown where nothing is proven, a conviction has no date, an offence of that day has a code that the "
    "instruments do not list, or the convictions were not answered in full."
)


def _current(facts: PersonFacts) -> tuple[ConvictionFact, ...]:
    """Everything proven on the day of the current conviction; nothing where that day is not known."""
    day = counted_history(facts).current_conviction_on
    if day is None:
        return ()
    return tuple(
        fact for fact in facts.history.convictions if fact.proven and fact.record.convicted_on == day
    )


def _weights(facts: PersonFacts, instrument: Instrument) -> Iterable[float | None]:
    for fact in _current(facts):
        category = find_offence_category(fact.record.offence_code)
        yield offence_weight(instrument, Basis.STATIC, category) if category else None


def _weight(instrument: Instrument) -> Callable[[PersonFacts], float | None]:
    def value(facts: PersonFacts) -> float | None:
        weights = list(_weights(facts, instrument))
        known = [weight for weight in weights if weight is not None]
        return max(known) if known and len(known) == len(weights) else None

    return value


def _public_order(facts: PersonFacts) -> float | None:
    categories = [find_offence_category(fact.record.offence_code) for fact in _current(facts)]
    if any(category and category.predictor == _PUBLIC_ORDER for category in categories):
        return 1.0
    return None if not categories or None in categories else 0.0


def _weapon(facts: PersonFacts) -> float | None:
    current = _current(facts)
    return float(any(not fact.themes.isdisjoint(WEAPON_OFFENCES) for fact in current)) if current else None


FEATURES = (
    PersonFeature(
        name=FeatureName("current_offence_weight_for_violence"),
        title="What the current offence weighs for violence",
        definition="What the published HMPPS violence predictor (static) adds to the log-odds for the "
        "offence; of several dealt with on one day the one that weighs most.",
        unit="log-odds",
        grounds="Published weights of 25 kinds of offence, from -0.99 for welfare fraud to 0.90 for "
        "drunkenness.",
        unknown_means=_UNKNOWN,
        value=_weight(Instrument.VRP),
        needs=_CONVICTIONS,
        direction=Direction.RISES,
        at_least=False,
    ),
    PersonFeature(
        name=FeatureName("current_offence_weight_for_serious_violence"),
        title="What the current offence weighs for serious violence",
        definition="What the published HMPPS serious violence predictor (static) adds to the log-odds for "
        "the offence; of several dealt with on one day the one that weighs most.",
        unit="log-odds",
        grounds="Published weights of 25 kinds of offence.",
        unknown_means=_UNKNOWN,
        value=_weight(Instrument.SVRP),
        needs=_CONVICTIONS,
        direction=Direction.RISES,
        at_least=False,
    ),
    PersonFeature(
        name=FeatureName("current_public_order_or_harassment"),
        title="The current offence is of public order or harassment",
        definition="Whether an offence dealt with on the day of the newest conviction is in the instruments' "
        "group of public order and harassment, which holds breaches of restraining and non-molestation "
        "orders, stalking and controlling behaviour.",
        unit=YES_OR_NO,
        grounds="The published HMPPS predictors (dynamic) add 0.349 to the log-odds of violence for it and "
        "take 0.165 from those of serious violence: it tells of how often and not of how grave, so no "
        "direction is assumed.",
        unknown_means=_UNKNOWN,
        value=_public_order,
        needs=_CONVICTIONS,
    ),
    PersonFeature(
        name=FeatureName("weapon_in_current_offence"),
        title="The current offence is a weapon offence",
        definition="Whether an offence dealt with on the day of the newest conviction is one of weapons or "
        "firearms by its code.",
        unit=YES_OR_NO,
        grounds="A weapon carried or used (OASys 2.2) adds 0.385 to the log-odds in the published HMPPS "
        "serious violence predictor (dynamic). The code tells of fewer than the assessment would.",
        unknown_means="Unknown where nothing is proven, a conviction has no date, or the convictions were "
        "not answered in full.",
        value=_weapon,
        needs=_CONVICTIONS,
        direction=Direction.RISES,
    ),
)
