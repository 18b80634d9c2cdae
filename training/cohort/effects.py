"""What each thing in a person's true history adds to the log-odds of each harm, each with its source.

The harm of violence follows the published HMPPS violence predictor (dynamic, two years), whose outcome is
wider: its constant is therefore lowered. No coefficients are published for domestic abuse or for breach in
England and Wales: their direction comes from the tools named, their size is assumed.
"""

from collections.abc import Mapping

from training.cohort.parameters import Parameter, assumed, parameters_in, published

_PREDICTOR = "HMPPS Violent Reoffending Predictor (dynamic)"


def _violence(value: float, unit: str, item: str) -> Parameter:
    return published(value, f"log-odds {unit}", f"{_PREDICTOR}: {item}")


def _by_tool(value: float, unit: str, tool: str) -> Parameter:
    return assumed(value, f"log-odds {unit}", f"size assumed; an item of {tool}")


VIOLENCE_CONSTANT = _violence(1.8169, "", "two-year constant")
VIOLENCE_NARROWER = assumed(-0.03, "log-odds", "violence here leaves out damage and public order")
VIOLENCE_AGE_MAN = _violence(-0.064524, "a year", "age, men")
VIOLENCE_AGE_SQUARED_MAN = _violence(0.00046447, "a squared year", "age squared, men; flat from 69")
VIOLENCE_AGE_WOMAN = _violence(-0.010682, "a year", "age, women; higher powers left out")
VIOLENCE_WOMAN = _violence(-1.4759, "", "female")
VIOLENCE_FIRST_SANCTION = _violence(-1.8462, "", "first sanction")
VIOLENCE_SECOND_SANCTION = _violence(-1.0829, "", "second sanction; years since the first left out")
VIOLENCE_RATE_MAN = _violence(0.59926, "a log of the yearly rate", "three or more sanctions, men")
VIOLENCE_RATE_WOMAN = _violence(0.47745, "a log of the yearly rate", "three or more sanctions, women")
VIOLENCE_NEVER_MAN = _violence(-1.7207, "", "never violent, men")
VIOLENCE_NEVER_WOMAN = _violence(-2.2406, "", "never violent, women")
VIOLENCE_ONCE = _violence(0.15836, "", "once violent")
VIOLENCE_EACH = _violence(0.014378, "an occasion", "violent sanctions")
VIOLENCE_OWN_RATE = _violence(0.41704, "a log of the yearly rate", "violent sanctions a year")
VIOLENCE_MONTHS_FREE = _violence(-0.05274, "a month", "offence-free months; here those before custody")
VIOLENCE_MONTHS_FREE_SQUARED = _violence(0.00041451, "a squared month", "offence-free months squared")
VIOLENCE_WITH_PARTNER = _violence(-0.25791, "", "lives with a partner")
VIOLENCE_PERPETRATOR = _violence(0.10847, "", "evidence of domestic abuse")
VIOLENCE_NO_ABODE = _violence(0.10543, "a level; two where there is no address", "accommodation")
DRINKING = _violence(0.12253, "a level", "chronic drinking; taken over for the other harms")
BINGES = _violence(0.098113, "a level", "binge drinking; taken over for domestic abuse")
TEMPER = _violence(0.091905, "a level", "temper control; taken over for domestic abuse")
IMPULSIVITY = _violence(0.032358, "a level", "impulsivity")
ACTIVITIES = _violence(0.065549, "a level", "regular activities encourage offending")
UNEMPLOYED = _violence(0.033182, "a level; two where out of work", "unemployed")
COCAINE = _violence(0.090260, "", "crack cocaine")
VIOLENCE_DISPOSITION = assumed(0.5, "log-odds a standard deviation", "what no record says of a person")

ABUSE_CONSTANT = assumed(-3.3, "log-odds", "set so that about one in ten has it proven in two years")
ABUSE_AGE = assumed(-0.03, "log-odds a year over 18", "falls with age as violence does")
ABUSE_WOMAN = assumed(-1.0, "log-odds", "94% of those convicted of breach in one force in 2017 were men")
ABUSE_INCIDENTS = _by_tool(0.25, "a log of one and the incidents", "ODARA and SARA: prior domestic incidents")
ABUSE_IN_A_YEAR = _by_tool(0.15, "an incident, at most three", "DASH: frequency")
ABUSE_PROVEN = _by_tool(0.1, "a conviction, at most four", "SARA: spousal assault history")
ABUSE_VICTIMS = _by_tool(0.2, "a victim after the first, at most two", "SARA and B-SAFER: pattern")
ABUSE_STRANGULATION = assumed(
    0.25, "log-odds", "Glass and others 2008 give odds of 7.48 for killing: gravity, not frequency"
)
ABUSE_THREATS = _by_tool(0.12, "", "ODARA: threat to harm or kill")
ABUSE_CONTROL = _by_tool(0.15, "", "DASH and SARA: controlling behaviour")
ABUSE_ESCALATION = _by_tool(0.25, "", "the multi-agency criteria (SafeLives): three in twelve months")
ABUSE_BREACHES = _by_tool(0.1, "a breach in five years, at most four", "ODARA and SARA: no-contact broken")
ABUSE_VIOLENT = _by_tool(0.1, "a log of one and the violent occasions", "SARA: general violence")
ABUSE_WITH_PARTNER = assumed(0.25, "log-odds", "a partner is within reach")
ABUSE_DISPOSITION = assumed(0.4, "log-odds a standard deviation", "what no record says of a person")

BREACH_CONSTANT = assumed(-4.8, "log-odds", "without an order in force: one must first be made")
BREACH_ORDER = assumed(3.75, "log-odds", "an order is in force: without one there is nothing to break")
BREACH_MORE_ORDERS = assumed(0.3, "log-odds an order after the first, at most two", "more to break")
BREACH_AGE = assumed(-0.02, "log-odds a year over 18", "falls with age as violence does")
BREACH_BREACHES = _by_tool(0.25, "a breach in five years, at most four", "ODARA and SARA: no-contact broken")
BREACH_QUICK = assumed(0.40, "log-odds", "broke one within 28 days of a release (inspectors, 2016)")
BREACH_IN_A_YEAR = _by_tool(0.1, "an incident, at most three", "DASH: frequency")
BREACH_DISPOSITION = assumed(0.4, "log-odds a standard deviation", "what no record says of a person")


def effect_parameters() -> Mapping[str, Parameter]:
    """Every parameter of this module, by name."""
    return parameters_in(globals())
