"""A referral that says more than its recipient may be told."""

from dataclasses import replace

import pytest

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, REFERRED, Case, case, order, protected_place, term
from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import RecipientKind
from riskflag.rules.referral.says_more_than_needed import ITEMS, RULE
from riskflag.vocabulary import ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, findings

HOME = protected_place(EX_PARTNER, OTHER_TOWN)
ORDER = order(term(ProhibitionKind.NO_CONTACT))
PREMISES = replace(REFERRED, recipient=RecipientKind.APPROVED_PREMISES)
TELLS = replace(REFERRED, risks_stated=(RiskTheme.VIOLENCE,))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(ORDER, HOME, asked=REFERRED), CLEAR, id="a plain request"),
        pytest.param(
            case(HOME, asked=replace(REFERRED, text="She is at 31 Quay Street now.")),
            STOP,
            id="her new street",
        ),
        pytest.param(
            case(HOME, asked=replace(REFERRED, text="Do not place in Northgate ward.")), CLEAR, id="a ward"
        ),
        pytest.param(
            case(ORDER, asked=replace(REFERRED, text="No contact with Beth Sample.")), STOP, id="her name"
        ),
        pytest.param(
            case(ORDER, asked=replace(REFERRED, text="No contact with Beth.")), ACT, id="her given name"
        ),
        pytest.param(
            case(asked=replace(REFERRED, attached=(DisclosureTheme.FULL_ASSESSMENT_ATTACHED,))),
            STOP,
            id="a whole assessment, to a landlord",
        ),
        pytest.param(
            case(asked=replace(PREMISES, attached=(DisclosureTheme.FULL_ASSESSMENT_ATTACHED,))),
            CLEAR,
            id="a whole assessment, to approved premises",
        ),
        pytest.param(
            case(asked=replace(PREMISES, text="Heard at MARAC.", mappa_need_recorded=True)),
            CLEAR,
            id="a recorded need, and a statutory recipient",
        ),
        pytest.param(
            case(asked=replace(TELLS, agreement=False)), STOP, id="no agreement covers the recipient"
        ),
        pytest.param(
            case(asked=replace(TELLS, agreement=None)), CANNOT_TELL, id="nobody says whether one does"
        ),
        pytest.param(case(asked=TELLS), CLEAR, id="one does"),
        pytest.param(case(asked=replace(REFERRED, text=None)), CANNOT_TELL, id="nobody handed over the text"),
        pytest.param(case(asked=replace(REFERRED, text=" ")), CANNOT_TELL, id="its text is blank"),
        pytest.param(
            case(asked=REFERRED, not_asked=[Source.PROTECTED_PLACES]),
            CANNOT_TELL,
            id="whom to look for is not known",
        ),
    ],
)
def test_what_must_not_be_sent(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize("item", DisclosureTheme)
def test_every_kind_of_item_is_named_and_none_is_repeated(item: DisclosureTheme) -> None:
    (finding,) = findings(RULE, case(HOME, asked=replace(REFERRED, attached=(item,))))
    assert ITEMS[item] in finding.because
    assert not finding.evidence


def test_what_the_text_repeats_is_not_repeated() -> None:
    asked = replace(REFERRED, text="Beth Sample is at 31 Quay Street, Marlow Sands, ZY9 4BB.")
    said = " ".join(finding.because for finding in findings(RULE, case(ORDER, HOME, asked=asked)))
    assert not any(word in said for word in ("Beth", "Sample", "Quay", "Marlow", "ZY9"))
