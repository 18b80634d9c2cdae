"""What a hearing makes of an order that an earlier one made, once both have been imported."""

import pytest

from riskflag.casebook import case
from tests.importers.shapes.test_common_platform_hearing import with_prompts

HER = ("Protected person's name", "Isolde Quennell", "TXT")
OF_THAT_DAY = (
    ("Date original order made", "05/10/2026", "DATE"),
    ("Court that made the original order", "Fernhill Magistrates' Court", "FIXL"),
)


@pytest.mark.parametrize(
    ("label", "prompts", "in_force"),
    [
        pytest.param(
            "Restraining order varied", (HER, *OF_THAT_DAY), [1], id="varied: one order, two versions"
        ),
        pytest.param("Restraining order varied", (HER,), [0, 1], id="varied, and not said which: both stand"),
        pytest.param("Restraining order discharged", (HER, *OF_THAT_DAY), [], id="discharged: over"),
        pytest.param(
            "Restraining order discharged", (HER,), [0], id="discharged, and not said which: it stands"
        ),
    ],
)
def test_what_a_later_hearing_makes_of_an_order(
    label: str, prompts: tuple[tuple[str, str, str], ...], in_force: list[int]
) -> None:
    made, since = with_prompts(HER), with_prompts(*prompts, label=label)
    facts = case(made, since).facts
    assert [len(fact.order.variations) for fact in facts.orders.in_force] == in_force
