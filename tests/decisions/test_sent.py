"""What is sent is checked against the answer, and what is wrong is named by its field."""

from dataclasses import replace

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import REFERRED, case
from riskflag.decisions import (
    DecidedOn,
    DecisionWord,
    FlagDecision,
    GapKey,
    OnFlag,
    OnGap,
    OnProposal,
    OnStatement,
    ProposalDecision,
    SentDecision,
    gap_key,
    point_of,
)
from riskflag.dossier import Missing, MissingReason
from riskflag.errors import BadInput
from riskflag.vocabulary import RuleCode, Source
from tests.decided import APPROVED, INFORM, PROPOSAL, REFUSED, STOP, TO_DECIDE, on_flag, on_gap

GIVEN = case()
ANSWER: Assessment = assess(GIVEN.dossier, GIVEN.enquiry, GIVEN.place, TO_DECIDE)
THE_GAP = ANSWER.gaps[0]
KEY = gap_key(THE_GAP)
ON_FLAG, ON_GAP = on_flag(STOP), on_gap(KEY)
REFERRAL = case(asked=REFERRED)
ABOUT_A_REFERRAL: Assessment = assess(REFERRAL.dossier, REFERRAL.enquiry, REFERRAL.place, TO_DECIDE)
STATEMENT = DecidedOn.STATEMENT
TOLD = SentDecision(STATEMENT, DecisionWord.STATEMENT_CONFIRMED, "He set a fire.\n", name="P. Officer")
NOT_HERE = "must be left out: it is for another kind of decision"


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(
            ON_FLAG, OnFlag(RuleCode(STOP), FlagDecision.CONFIRMED, "as the file says"), id="confirmed"
        ),
        pytest.param(
            on_flag(INFORM, words=""),
            OnFlag(RuleCode(INFORM), FlagDecision.CONFIRMED, ""),
            id="that it is confirmed needs no words",
        ),
        pytest.param(
            on_flag(STOP, DecisionWord.NOT_APPLICABLE, " she moved \n"),
            OnFlag(RuleCode(STOP), FlagDecision.NOT_APPLICABLE, "she moved"),
            id="not applicable, with the reason",
        ),
        pytest.param(
            on_flag(STOP, DecisionWord.ACTION_TAKEN, "told the police"),
            OnFlag(RuleCode(STOP), FlagDecision.ACTION_TAKEN, "told the police"),
            id="action taken, and which",
        ),
        pytest.param(ON_GAP, OnGap(THE_GAP, "rang the court: there is none"), id="a gap that was closed"),
        pytest.param(
            REFUSED,
            OnProposal(ProposalDecision.REFUSED, "she lives two doors away", "P. Officer"),
            id="the address refused",
        ),
        pytest.param(
            APPROVED,
            OnProposal(ProposalDecision.APPROVED, "everything was looked into", "P. Officer"),
            id="the address approved",
        ),
    ],
)
def test_what_is_sent_is_a_decision_on_a_point_of_the_answer(sent: SentDecision, expected: object) -> None:
    assert point_of(sent, ANSWER) == expected


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        pytest.param(replace(ON_FLAG, code=None), {"code"}, id="a flag without its code"),
        pytest.param(on_flag("TEST-9"), {"code"}, id="a flag that was not raised"),
        pytest.param(on_flag("TEST-4"), {"code"}, id="a rule that could not tell is no flag"),
        pytest.param(on_flag(STOP, DecisionWord.NOT_APPLICABLE, ""), {"words"}, id="no reason"),
        pytest.param(on_flag(STOP, DecisionWord.NOT_APPLICABLE, " \n\t"), {"words"}, id="a blank reason"),
        pytest.param(on_flag(STOP, DecisionWord.ACTION_TAKEN, ""), {"words"}, id="not said what was done"),
        pytest.param(on_flag(STOP, DecisionWord.APPROVED), {"decision"}, id="a flag cannot be approved"),
        pytest.param(on_flag(STOP, DecisionWord.CLOSED), {"decision"}, id="nor closed"),
        pytest.param(replace(ON_FLAG, gap=KEY), {"gap"}, id="a flag and a gap at once"),
        pytest.param(replace(ON_FLAG, name="P. Officer"), {"name"}, id="a name on a flag"),
        pytest.param(replace(ON_GAP, gap=None), {"gap"}, id="a gap without its key"),
        pytest.param(on_gap(GapKey("0" * 16)), {"gap"}, id="a gap that the answer does not have"),
        pytest.param(on_gap(KEY, ""), {"words"}, id="not said how it was closed"),
        pytest.param(replace(ON_GAP, code=RuleCode(STOP)), {"code"}, id="a gap and a flag at once"),
        pytest.param(
            replace(ON_GAP, decision=DecisionWord.NOT_APPLICABLE), {"decision"}, id="a gap cannot be put off"
        ),
        pytest.param(replace(REFUSED, words=""), {"words"}, id="refused without reasons"),
        pytest.param(replace(APPROVED, words=" "), {"words"}, id="approved without reasons"),
        pytest.param(replace(APPROVED, name=None), {"name"}, id="approved by nobody in particular"),
        pytest.param(replace(APPROVED, name="  "), {"name"}, id="by a blank name"),
        pytest.param(replace(APPROVED, decision=DecisionWord.CONFIRMED), {"decision"}, id="neither way"),
        pytest.param(
            replace(REFUSED, code=RuleCode(STOP), gap=KEY), {"code", "gap"}, id="the address and two points"
        ),
        pytest.param(
            SentDecision(PROPOSAL, DecisionWord.APPROVED), {"words", "name"}, id="everything left out"
        ),
    ],
)
def test_what_is_wrong_is_named_by_its_field(sent: SentDecision, wrong: set[str]) -> None:
    with pytest.raises(BadInput) as refused:
        point_of(sent, ANSWER)
    assert set(refused.value.problems) == wrong


def test_confirmed_words_are_those_for_the_recipient_of_the_referral() -> None:
    assert point_of(TOLD, ABOUT_A_REFERRAL) == OnStatement(REFERRED.recipient, "He set a fire.", "P. Officer")


@pytest.mark.parametrize(
    ("sent", "answer", "wrong"),
    [
        pytest.param(TOLD, ANSWER, {"on"}, id="of an address"),
        pytest.param(replace(TOLD, words=" "), ABOUT_A_REFERRAL, {"words"}, id="no words"),
        pytest.param(replace(TOLD, words="see [which]"), ABOUT_A_REFERRAL, {"words"}, id="a gap left open"),
        pytest.param(replace(TOLD, name=None), ABOUT_A_REFERRAL, {"name"}, id="by nobody in particular"),
        pytest.param(replace(TOLD, gap=KEY), ABOUT_A_REFERRAL, {"gap"}, id="words and a gap at once"),
    ],
)
def test_what_is_wrong_with_words_is_named_by_its_field(
    sent: SentDecision, answer: Assessment, wrong: set[str]
) -> None:
    with pytest.raises(BadInput) as refused:
        point_of(sent, answer)
    assert set(refused.value.problems) == wrong


def test_a_refusal_says_why_in_words_that_repeat_nothing() -> None:
    with pytest.raises(BadInput) as refused:
        point_of(replace(ON_FLAG, name="Somebody Special"), ANSWER)
    assert refused.value.problems == {"name": NOT_HERE}


@pytest.mark.parametrize("on", DecidedOn)
@pytest.mark.parametrize("word", DecisionWord)
def test_every_word_can_be_decided_on_one_kind_of_point_alone(on: DecidedOn, word: DecisionWord) -> None:
    sent = {DecidedOn.FLAG: ON_FLAG, DecidedOn.GAP: ON_GAP, DecidedOn.PROPOSAL: REFUSED, STATEMENT: TOLD}[on]
    kinds = {"confirmed": "flag", "not_applicable": "flag", "action_taken": "flag", "closed": "gap"}
    kinds["statement_confirmed"] = "statement"
    if kinds.get(word.value, "proposal") == on.value:
        point_of(replace(sent, decision=word), ABOUT_A_REFERRAL if on is STATEMENT else ANSWER)
    else:
        with pytest.raises(BadInput, match="decision"):
            point_of(replace(sent, decision=word), ANSWER)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Missing("orders", MissingReason.STALE), id="another reason"),
        pytest.param(Missing("orders", MissingReason.NOT_ASKED, Source.ALERTS), id="another source"),
        pytest.param(Missing("alerts", MissingReason.NOT_ASKED), id="another thing"),
    ],
)
def test_a_gap_has_a_key_of_its_own(other: Missing) -> None:
    one = Missing("orders", MissingReason.NOT_ASKED)
    assert gap_key(one) != gap_key(other)
    assert gap_key(one) == gap_key(Missing("orders", MissingReason.NOT_ASKED))
