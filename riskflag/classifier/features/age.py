"""Age and sex, only as the published instruments use them.

Both are protected characteristics: what they do to each group is shown with every model.
"""

from riskflag.classifier.feature import YES_OR_NO, Direction, Feature, FeatureName, PersonFeature
from riskflag.facts import Facts
from riskflag.facts.dates import whole_years
from riskflag.facts.person import PersonFacts
from riskflag.records import Sex


def _age_at_release(facts: Facts) -> float | None:
    born, release = facts.person.date_of_birth, facts.proposal.release_date
    return None if born is None else float(whole_years(born, max(release or facts.as_of, facts.as_of)))


def _female(facts: PersonFacts) -> float | None:
    return None if facts.person.sex is Sex.NOT_KNOWN else float(facts.person.sex is Sex.FEMALE)


FEATURES: tuple[Feature, ...] = (
    Feature(
        name=FeatureName("age_at_release"),
        title="Age at release",
        definition="Completed years on the planned day of release; today where that day has passed or none "
        "is planned.",
        unit="years",
        grounds="The published HMPPS predictors of any, violent and serious violent reoffending all fall "
        "with age from 18 to the late sixties, for women and for men.",
        unknown_means="Unknown where no date of birth is held.",
        value=_age_at_release,
        needs=frozenset(),
        direction=Direction.FALLS,
        at_least=False,
        protected_characteristic=True,
    ),
    PersonFeature(
        name=FeatureName("female"),
        title="Recorded as female",
        definition="Whether the person's sex is recorded as female.",
        unit=YES_OR_NO,
        grounds="The published HMPPS predictors (dynamic) take 1.476 from the log-odds of violence for women "
        "and 1.610 from those of serious violence, beside a course with age of their own.",
        unknown_means="Unknown where no sex is recorded.",
        value=_female,
        needs=frozenset(),
        direction=Direction.FALLS,
        at_least=False,
        protected_characteristic=True,
    ),
)
