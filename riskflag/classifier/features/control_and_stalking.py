"""Coercive control and stalking by the person, by how many kinds of coded record they are known."""

from riskflag.classifier.feature import Direction, FeatureName, PersonFeature
from riskflag.facts.person import PersonFacts
from riskflag.records import DomesticAbuseEvent, DomesticAbuseKind
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import OrderType, Source

_CONTROL = frozenset({DomesticAbuseKind.CONTROLLING_OR_COERCIVE, DomesticAbuseKind.ECONOMIC_ABUSE})


def _control(facts: PersonFacts) -> float:
    kinds = _kinds_of_event(facts) & _CONTROL
    return float(len(kinds) + bool(facts.history.convicted_of(OffenceTheme.COERCIVE_CONTROL)))


def _stalking(facts: PersonFacts) -> float:
    signs = (
        facts.history.convicted_of(OffenceTheme.STALKING),
        any(o.order.order_type is OrderType.STALKING_PROTECTION_ORDER for o in facts.orders.binding),
        facts.history.flagged(FlagTheme.STALKING),
        DomesticAbuseKind.STALKING_OR_HARASSMENT in _kinds_of_event(facts),
    )
    return float(sum(map(bool, signs)))


def _kinds_of_event(facts: PersonFacts) -> frozenset[DomesticAbuseKind]:
    """The kinds of the recorded events of abuse by the person. What was only written is for rules to read."""
    events = (abuse.record for abuse in facts.history.abuse_by_person)
    return frozenset(event.kind for event in events if isinstance(event, DomesticAbuseEvent))


FEATURES = (
    PersonFeature(
        name=FeatureName("coercive_control_indicators"),
        title="Signs of coercive control",
        definition="How many of three hold: an event is recorded as controlling or coercive; one is recorded "
        "as economic abuse; the offence of controlling or coercive behaviour is proven.",
        unit="signs",
        grounds="Control is an item of DASH and of SARA.",
        unknown_means="Unknown where no sign is on record and the convictions, or what police know of "
        "domestic abuse, were not answered in full.",
        value=_control,
        needs=frozenset({Source.DOMESTIC_ABUSE, Source.CONVICTIONS}),
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("stalking_indicators"),
        title="Signs of stalking",
        definition="How many of four hold: an offence of stalking, proven; a stalking protection order "
        "against the person; an open flag; an event of domestic abuse recorded as stalking or harassment.",
        unit="signs",
        grounds="Stalking is an item of the screening questions of DASH and the subject of the Stalking "
        "Assessment and Management guide.",
        unknown_means="Unknown where no sign is on record and one of the sources that would hold it was not "
        "answered in full.",
        value=_stalking,
        needs=frozenset(
            {
                Source.CONVICTIONS,
                Source.PROTECTIVE_ORDERS,
                Source.ALERTS,
                Source.REGISTRATIONS,
                Source.DOMESTIC_ABUSE,
            }
        ),
        direction=Direction.RISES,
    ),
)
