"""What a sentence says of a risk: stated, denied, to be checked, or nothing."""

import pytest

from riskflag.reading.reader import read_risks, stances
from riskflag.reading.themes import Reading, RiskTheme, Stance

A, D, U = Stance.STATED, Stance.DENIED, Stance.UNSURE


def stance_in(text: str, theme: RiskTheme) -> Stance | None:
    return stances(read_risks(text)).get(theme)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("He has a conviction for arson.", RiskTheme.ARSON, id="a conviction"),
        pytest.param("Historic arson 2009.", RiskTheme.ARSON, id="history counts"),
        pytest.param("set light to his cell", RiskTheme.ARSON, id="in plain words"),
        pytest.param("Not only arson but theft.", RiskTheme.ARSON, id="not only is no denial"),
        pytest.param("There is no doubt that he is violent.", RiskTheme.VIOLENCE, id="no doubt is no denial"),
        pytest.param(
            "Not suitable for shared housing due to arson", RiskTheme.ARSON, id="not reaches no cause"
        ),
        pytest.param("No fixed abode. Convicted of s.20 wounding.", RiskTheme.VIOLENCE, id="no fixed abode"),
        pytest.param("s18 x1", RiskTheme.VIOLENCE, id="a section"),
        pytest.param("Section 47 assault", RiskTheme.VIOLENCE, id="a section in full"),
        pytest.param("TTK his neighbour", RiskTheme.VIOLENCE, id="shorthand for threats to kill"),
        pytest.param("GBH. Says it was self defence.", RiskTheme.VIOLENCE, id="what he says comes after"),
        pytest.param("Known ADVP", RiskTheme.DOMESTIC_ABUSE, id="a register's code"),
        pytest.param("beat his girlfriend", RiskTheme.VIOLENCE, id="an act"),
        pytest.param("assaulted his ex-wife", RiskTheme.DOMESTIC_ABUSE, id="an act against a former wife"),
        pytest.param("convicted of rape", RiskTheme.SEXUAL_OFFENDING, id="a sexual offence"),
        pytest.param("RSO", RiskTheme.SEXUAL_OFFENDING, id="registered"),
        pytest.param("Risk to children: high", RiskTheme.RISK_TO_CHILDREN, id="a level on a form"),
        pytest.param("must not live with under 18s", RiskTheme.RISK_TO_CHILDREN, id="a bar is no denial"),
        pytest.param("He spat at an officer", RiskTheme.RISK_TO_STAFF, id="against staff"),
        pytest.param(
            "evicted after threatening the warden", RiskTheme.RISK_TO_STAFF, id="a home lost over it"
        ),
        pytest.param("carries a knife", RiskTheme.WEAPONS, id="a weapon"),
        pytest.param("PWITS class A", RiskTheme.DRUG_SUPPLY, id="shorthand for supply"),
        pytest.param("He uses crack daily.", RiskTheme.SUBSTANCE_MISUSE, id="use"),
        pytest.param("Diagnosed with schizophrenia", RiskTheme.MENTAL_HEALTH, id="a diagnosis"),
        pytest.param("on an ACCT", RiskTheme.SUICIDE_OR_SELF_HARM, id="in prison's shorthand"),
        pytest.param("at risk of suicide", RiskTheme.SUICIDE_OR_SELF_HARM, id="at risk of it is enough"),
        pytest.param("convicted of stalking", RiskTheme.STALKING_OR_HARASSMENT, id="stalking"),
        pytest.param("homophobic abuse of a neighbour", RiskTheme.HATE, id="hate"),
        pytest.param("member of an OCG", RiskTheme.GANG, id="organised crime"),
        pytest.param("non-molestation order until 2027", RiskTheme.PROTECTIVE_ORDER, id="an order"),
        pytest.param("NMO in force", RiskTheme.PROTECTIVE_ORDER, id="an order's letters"),
        pytest.param("RO against him until 2029", RiskTheme.PROTECTIVE_ORDER, id="RO with its term"),
        pytest.param("Do not place in Northgate ward", RiskTheme.NO_GO_AREA, id="an area, and no denial"),
        pytest.param("He is excluded from the town centre", RiskTheme.NO_GO_AREA, id="excluded"),
        pytest.param("Convicted of GBH but says it was an accident", RiskTheme.VIOLENCE, id="but ends it"),
        pytest.param("No arson but has been violent", RiskTheme.VIOLENCE, id="a denial ends at but"),
        pytest.param(
            "No arson and he has been violent", RiskTheme.VIOLENCE, id="a denial ends at a new subject"
        ),
        pytest.param("Arson: No\nViolence: Yes", RiskTheme.VIOLENCE, id="an answer ends at its line"),
        pytest.param("Arson: No Violence: Yes", RiskTheme.VIOLENCE, id="an answer ends at the next label"),
        pytest.param("a histroy of\nviolence", RiskTheme.VIOLENCE, id="a wrapped line"),
    ],
)
def test_stated(text: str, theme: RiskTheme) -> None:
    assert stance_in(text, theme) is A


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("No history of arson.", RiskTheme.ARSON, id="no history"),
        pytest.param("no known arson", RiskTheme.ARSON, id="none known"),
        pytest.param("He has never been violent.", RiskTheme.VIOLENCE, id="never"),
        pytest.param("He hasn't any convictions for violence.", RiskTheme.VIOLENCE, id="shortened"),
        pytest.param("He isn\u2019t violent.", RiskTheme.VIOLENCE, id="a curly apostrophe"),
        pytest.param("hes not violent", RiskTheme.VIOLENCE, id="without an apostrophe"),
        pytest.param("no arson, violence or weapons", RiskTheme.WEAPONS, id="the end of a list"),
        pytest.param("no arson, violence or weapons", RiskTheme.VIOLENCE, id="the middle of a list"),
        pytest.param("Neither arson nor weapons", RiskTheme.WEAPONS, id="neither and nor"),
        pytest.param("without any violence", RiskTheme.VIOLENCE, id="without"),
        pytest.param("There is no evidence that he has set fires", RiskTheme.ARSON, id="no evidence that"),
        pytest.param("Arson: none known", RiskTheme.ARSON, id="an answer of two words"),
        pytest.param("Any arson? No.", RiskTheme.ARSON, id="a question with its answer"),
        pytest.param("Arson (no)", RiskTheme.ARSON, id="an answer in brackets"),
        pytest.param("Arson - nil", RiskTheme.ARSON, id="an answer after a dash"),
        pytest.param("ARSON  | NO | VIOLENCE | YES", RiskTheme.ARSON, id="a row of a table"),
        pytest.param("No history of:\n- arson\n- theft", RiskTheme.ARSON, id="the line above a list"),
        pytest.param(
            "No history of:\n1. arson\n2. theft", RiskTheme.ARSON, id="the line above a numbered list"
        ),
        pytest.param("Arson is not an issue.", RiskTheme.ARSON, id="after the word"),
        pytest.param("no exclusion zones", RiskTheme.NO_GO_AREA, id="no zones"),
        pytest.param("no violence towards staff", RiskTheme.RISK_TO_STAFF, id="none towards staff"),
    ],
)
def test_denied(text: str, theme: RiskTheme) -> None:
    assert stance_in(text, theme) is D


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("He is alleged to have committed arson.", RiskTheme.ARSON, id="alleged"),
        pytest.param("charged with arson", RiskTheme.ARSON, id="charged"),
        pytest.param("acquitted of rape", RiskTheme.SEXUAL_OFFENDING, id="acquitted"),
        pytest.param("an allegation of rape, NFA'd", RiskTheme.SEXUAL_OFFENDING, id="no further action"),
        pytest.param("He denies the arson.", RiskTheme.ARSON, id="his denial denies nothing"),
        pytest.param("He says he has never been violent.", RiskTheme.VIOLENCE, id="his word for it"),
        pytest.param("We cannot rule out arson.", RiskTheme.ARSON, id="not ruled out"),
        pytest.param("It is not known whether he carries weapons", RiskTheme.WEAPONS, id="not known whether"),
        pytest.param("no recent violence", RiskTheme.VIOLENCE, id="a denial of the recent only"),
        pytest.param("no further violence", RiskTheme.VIOLENCE, id="no more says that there was some"),
        pytest.param("not violent in custody", RiskTheme.VIOLENCE, id="a denial for some place"),
        pytest.param("no violence since 2019", RiskTheme.VIOLENCE, id="a denial since some day"),
        pytest.param("his brother's arson", RiskTheme.ARSON, id="a brother's"),
        pytest.param("His father was violent.", RiskTheme.VIOLENCE, id="about the father"),
        pytest.param(
            "He is close to his sister, and his brother is in a gang", RiskTheme.GANG, id="in passing"
        ),
        pytest.param("co-defendant has a gun", RiskTheme.WEAPONS, id="about a co-defendant"),
        pytest.param("She is a victim of domestic abuse.", RiskTheme.DOMESTIC_ABUSE, id="a victim of it"),
        pytest.param("DV victim", RiskTheme.DOMESTIC_ABUSE, id="a victim of it, in shorthand"),
        pytest.param("He was stabbed in custody", RiskTheme.VIOLENCE, id="done to him"),
        pytest.param("assaulted by his cellmate", RiskTheme.VIOLENCE, id="done to him by another"),
        pytest.param("If he were to set fires he would be recalled", RiskTheme.ARSON, id="if"),
        pytest.param("He might be violent", RiskTheme.VIOLENCE, id="might"),
        pytest.param("Any arson?", RiskTheme.ARSON, id="a question"),
        pytest.param(
            "Do you take people with convictions for arson?", RiskTheme.ARSON, id="a question to them"
        ),
        pytest.param("Your criteria exclude arson", RiskTheme.ARSON, id="their rule"),
        pytest.param("?arson", RiskTheme.ARSON, id="a mark before it"),
        pytest.param("Arson:", RiskTheme.ARSON, id="a label without an answer"),
        pytest.param("Arson: N/K", RiskTheme.ARSON, id="not known on a form"),
        pytest.param("Arson Y/N", RiskTheme.ARSON, id="a choice not made"),
        pytest.param("Arson (Yes / No)", RiskTheme.ARSON, id="a choice in brackets not made"),
        pytest.param("Arson: see attached", RiskTheme.ARSON, id="a pointer elsewhere"),
        pytest.param("[ ] Arson", RiskTheme.ARSON, id="a box left empty denies nothing"),
        pytest.param("Risk to children: low", RiskTheme.RISK_TO_CHILDREN, id="low is not none"),
        pytest.param("No violence. GBH 2012.", RiskTheme.VIOLENCE, id="contradicted"),
        pytest.param("No arson, GBH 2015", RiskTheme.VIOLENCE, id="perhaps denied, perhaps the next item"),
        pytest.param("Family:\n- brother: drug dealing", RiskTheme.DRUG_SUPPLY, id="in a list about others"),
        pytest.param("He is aggressive.", RiskTheme.VIOLENCE, id="a word that is only a hint"),
        pytest.param("convicted of maslaughter", RiskTheme.VIOLENCE, id="a slip that was put right"),
        pytest.param("Violence is not part of his record.", RiskTheme.VIOLENCE, id="denied after it"),
        pytest.param("The other tenant has a history of arson.", RiskTheme.ARSON, id="about a neighbour"),
        pytest.param("his mum, who has depression", RiskTheme.MENTAL_HEALTH, id="of whom it goes on"),
        pytest.param("He knows people who deal drugs", RiskTheme.DRUG_SUPPLY, id="people who"),
        pytest.param("Your project excludes arsonists.", RiskTheme.ARSON, id="what they exclude"),
        pytest.param("Arson is excluded by your insurance.", RiskTheme.ARSON, id="what is excluded"),
        pytest.param("I am told he was violent.", RiskTheme.VIOLENCE, id="hearsay"),
        pytest.param("He was wrongly recorded as an arsonist.", RiskTheme.ARSON, id="a mistake"),
        pytest.param("Low risk of violence.", RiskTheme.VIOLENCE, id="a low risk"),
        pytest.param("Risk of violence is low.", RiskTheme.VIOLENCE, id="a risk that is low"),
        pytest.param("He was attacked with a knife.", RiskTheme.WEAPONS, id="what was used on him"),
        pytest.param("His conviction for GBH was quashed.", RiskTheme.VIOLENCE, id="quashed"),
        pytest.param("cleared of stalking", RiskTheme.STALKING_OR_HARASSMENT, id="cleared"),
        pytest.param(
            "The restraining order has expired.", RiskTheme.PROTECTIVE_ORDER, id="an order that ended"
        ),
        pytest.param("no (known) arson", RiskTheme.ARSON, id="over a bracket"),
        pytest.param("grew up around violence", RiskTheme.VIOLENCE, id="a childhood"),
        pytest.param(
            "There is nothing in what the police, the prison or the last three landlords have sent us over all "
            "these years that mentions arson",
            RiskTheme.ARSON,
            id="a denial far off",
        ),
        pytest.param("not without violence", RiskTheme.VIOLENCE, id="denied twice"),
    ],
)
def test_to_be_checked(text: str, theme: RiskTheme) -> None:
    assert stance_in(text, theme) is U


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("He likes football.", RiskTheme.VIOLENCE, id="nothing is said"),
        pytest.param("RO is Sam Tate", RiskTheme.NO_GO_AREA, id="a responsible officer"),
        pytest.param("so he said", RiskTheme.SEXUAL_OFFENDING, id="SO in small letters is a word"),
        pytest.param("convicted of domestic abuse", RiskTheme.VIOLENCE, id="abuse names no violence"),
        pytest.param("no violence to staff", RiskTheme.VIOLENCE, id="a narrow denial says nothing wider"),
        pytest.param("no cannabis", RiskTheme.SUBSTANCE_MISUSE, id="one drug denied is not all"),
        pytest.param("supplying heroin", RiskTheme.SUBSTANCE_MISUSE, id="supply is not use"),
        pytest.param("attached", RiskTheme.VIOLENCE, id="a word that is no slip"),
        pytest.param("He met a parson.", RiskTheme.ARSON, id="part of a word"),
        pytest.param("dealing with bereavement", RiskTheme.DRUG_SUPPLY, id="dealing with something"),
    ],
)
def test_not_spoken_of(text: str, theme: RiskTheme) -> None:
    assert stance_in(text, theme) is None


def test_the_words_relied_on_are_shown_with_what_turned_them() -> None:
    text = "He is quiet. There is no known history of arson."
    assert read_risks(text) == (Reading(RiskTheme.ARSON, D, "no known history of arson", 22, 47),)


@pytest.mark.parametrize(
    ("found", "together"),
    [
        pytest.param((A,), A, id="stated"),
        pytest.param((D, D), D, id="denied twice over"),
        pytest.param((A, U), A, id="stated and hinted at"),
        pytest.param((A, D), U, id="contradicted"),
        pytest.param((D, U), U, id="denied and doubted"),
        pytest.param((U,), U, id="doubted"),
    ],
)
def test_readings_of_one_theme_together(found: tuple[Stance, ...], together: Stance) -> None:
    readings = [Reading(RiskTheme.ARSON, stance, "", 0, 0) for stance in found]
    assert stances(readings) == {RiskTheme.ARSON: together}
