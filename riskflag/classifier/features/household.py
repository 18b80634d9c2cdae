"""Where the person is to live, and with whom. No score may be the reason that an address is approved."""

from riskflag.classifier.feature import YES_OR_NO, Feature, FeatureName
from riskflag.facts import Facts
from riskflag.facts.partners import unclear_ties
from riskflag.vocabulary import Relationship, Source

_PARTNERS = frozenset({Relationship.SPOUSE, Relationship.PARTNER})
_CONTACTS = frozenset({Source.CONTACTS})


def _private_home(facts: Facts) -> bool:
    return facts.proposal.address is not None and not facts.proposal.institution


def _children(facts: Facts) -> float | None:
    household = facts.household
    if not _private_home(facts):
        return None
    if household.children:
        return float(len(household.children))
    open_ages = household.ages_unknown or household.children_to_confirm or household.child_unplaced
    return None if open_ages or facts.proposal.household_unknown else 0.0


def _with_partner(facts: Facts) -> float | None:
    if not _private_home(facts):
        return None
    if any(occupant.who.relationship in _PARTNERS for occupant in facts.household.occupants):
        return 1.0
    perhaps = any(p.occupant.who.relationship in _PARTNERS for p in facts.household.perhaps_there)
    return None if perhaps or any(unclear_ties(facts)) else 0.0


def _stated(facts: Facts) -> float | None:
    return float(not facts.proposal.household_unknown) if _private_home(facts) else None


FEATURES = (
    Feature(
        name=FeatureName("children_at_address"),
        title="Children at the address",
        definition="People under 18 who are said, or recorded, to live or stay at the proposed address.",
        unit="children",
        grounds="Children of the victim are an item of ODARA. Children at the address may be others, so no "
        "direction is assumed; what protects them is in rules and not here.",
        unknown_means="Unknown where no private home is proposed, or where no child is known of and nobody "
        "said who lives there, an age or a contact's address is open, or the contacts were not answered in "
        "full.",
        value=_children,
        needs=_CONTACTS,
    ),
    Feature(
        name=FeatureName("would_live_with_partner"),
        title="Would live with a partner",
        definition="Whether somebody said, or recorded, to live at the proposed address is a present partner "
        "or spouse.",
        unit=YES_OR_NO,
        grounds="The published HMPPS violence predictor (dynamic) takes 0.258 from the log-odds for living "
        "with a partner and adds 0.118 for each level of problems with them. How good it is stands in an "
        "assessment's answers or nowhere, so no direction is assumed.",
        unknown_means="Unknown where no private home is proposed, or where no partner is known of and nobody "
        "said who lives there or what they are to the person, or the contacts were not answered in full.",
        value=_with_partner,
        needs=_CONTACTS,
    ),
    Feature(
        name=FeatureName("occupants_stated"),
        title="Somebody said who lives at the address",
        definition="Whether anybody has said who lives at the proposed private home, even that nobody does.",
        unit=YES_OR_NO,
        grounds="Inspectors found curfew addresses at which nobody had looked at who lived there (2022). It "
        "tells of the work done, not of the person, so no direction is assumed.",
        unknown_means="Unknown where no private home is proposed.",
        value=_stated,
        needs=frozenset(),
    ),
    Feature(
        name=FeatureName("no_fixed_abode"),
        title="To be released without an address",
        definition="Whether the enquiry gives no address at which the person is to live.",
        unit=YES_OR_NO,
        grounds="OASys 3.3 asks it, and inspectors saw people recalled who had no address (Through the Gate, "
        "2016). It also stands for poverty, so no direction is assumed.",
        unknown_means="Always known, because the enquiry says so.",
        value=lambda facts: float(facts.proposal.no_fixed_abode),
        needs=frozenset(),
    ),
)
