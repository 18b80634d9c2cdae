"""What the newest conviction was for, as the published instruments weigh it."""

from datetime import date

import pytest

from riskflag.casebook import Case, case, conviction
from riskflag.records import ConvictionOutcome
from riskflag.vocabulary import Source
from tests.classifier.features.values import value_of

OLD, NEW = date(2019, 4, 4), date(2026, 4, 4)
ASSAULT = conviction("00806", "assault occasioning actual bodily harm", on=NEW)
HARASSMENT = conviction("00831", "breach of a restraining order", on=NEW)
KNIFE = conviction("00826", "having a blade in public", on=NEW)
OLD_KNIFE = conviction("00826", "having a blade in public", on=OLD)
THEFT = conviction("04910", "theft", on=NEW)
COURTS_CODE = conviction("CD71041", "criminal damage endangering life", on=NEW)
PENDING = conviction("00826", "having a blade in public", on=NEW, outcome=ConvictionOutcome.PENDING)
NOT_ASKED = (Source.CONVICTIONS,)


@pytest.mark.parametrize(
    ("of", "violence", "serious"),
    [
        pytest.param(case(ASSAULT), 0.1098, 0.0914, id="violence"),
        pytest.param(case(THEFT), 0.2602, -0.1263, id="theft"),
        pytest.param(case(HARASSMENT, THEFT), 0.3563, -0.1027, id="of two on one day the heavier"),
        pytest.param(case(OLD_KNIFE, THEFT), 0.2602, -0.1263, id="an older conviction does not count"),
        pytest.param(case(COURTS_CODE), None, None, id="a court's code has no weight"),
        pytest.param(case(THEFT, COURTS_CODE), None, None, id="one without a weight may be the heavier"),
        pytest.param(case(), None, None, id="nothing proven"),
        pytest.param(case(ASSAULT, not_asked=NOT_ASKED), None, None, id="a newer one may be on record"),
    ],
)
def test_the_heaviest_offence_of_the_newest_conviction_is_weighed(
    of: Case, violence: float | None, serious: float | None
) -> None:
    assert value_of("current_offence_weight_for_violence", of) == violence
    assert value_of("current_offence_weight_for_serious_violence", of) == serious


@pytest.mark.parametrize(
    ("of", "public_order", "weapon"),
    [
        pytest.param(case(HARASSMENT), 1, 0, id="a restraining order broken"),
        pytest.param(case(HARASSMENT, COURTS_CODE), 1, 0, id="one is enough, whatever the other is"),
        pytest.param(
            case(COURTS_CODE), None, 0, id="a court's code is in no group, but is known for no weapon"
        ),
        pytest.param(case(KNIFE), 0, 1, id="a knife"),
        pytest.param(case(THEFT, OLD_KNIFE), 0, 0, id="the knife was years ago"),
        pytest.param(case(THEFT, PENDING), 0, 0, id="the knife is only charged"),
        pytest.param(case(), None, None, id="nothing proven"),
        pytest.param(case(THEFT, not_asked=NOT_ASKED), None, None, id="nobody asked for the rest of them"),
    ],
)
def test_two_signs_are_read_from_the_newest_conviction(
    of: Case, public_order: int | None, weapon: int | None
) -> None:
    assert value_of("current_public_order_or_harassment", of) == public_order
    assert value_of("weapon_in_current_offence", of) == weapon
