"""Words for the parts of an answer."""

from datetime import UTC, date, datetime

import pytest

from riskflag.dossier import Missing, MissingReason
from riskflag.explanation import (
    HEADLINES,
    SEVERITY_WORDS,
    authority_sentence,
    evidence_sentence,
    headline,
    missing_sentence,
    moment,
    remedy,
    system_name,
)
from riskflag.reference.authorities import all_authorities
from riskflag.rule import Evidence
from riskflag.vocabulary import Severity, Source, SourceRecordId, SourceSystem, Verdict, Visibility


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("complete", [True, False])
def test_every_verdict_has_words_and_what_cannot_be_is_read_as_incomplete(
    verdict: Verdict, complete: bool
) -> None:
    words = headline(verdict, complete)
    if (verdict, complete) not in HEADLINES:
        assert words.startswith("Incomplete")
    assert "safe" not in words.lower()
    assert "clear" not in words.lower()


@pytest.mark.parametrize("reason", MissingReason)
def test_every_reason_says_what_is_missing_and_how_to_close_the_gap(reason: MissingReason) -> None:
    missing = Missing("the release date", reason)
    assert missing_sentence(missing).startswith("The release date: ")
    assert missing_sentence(missing).endswith(".")
    assert remedy(missing).endswith(".")


def test_every_severity_has_words() -> None:
    assert set(SEVERITY_WORDS) == set(Severity)


@pytest.mark.parametrize("system", SourceSystem)
def test_every_system_has_a_name_as_its_users_call_it(system: SourceSystem) -> None:
    assert "_" not in system_name(system)


@pytest.mark.parametrize(
    ("happened_on", "matched", "text"),
    [
        pytest.param(
            date(2025, 3, 3),
            "the UPRNs are equal",
            "nDelius R1 (happened 3 March 2025, recorded 4 March 2025): “no contact”. Matched: the UPRNs are equal.",
            id="happened, then written down, and matched",
        ),
        pytest.param(None, None, "nDelius R1 (recorded 4 March 2025): “no contact”.", id="nobody knows when"),
        pytest.param(
            date(2025, 3, 4), None, "nDelius R1 (recorded 4 March 2025): “no contact”.", id="on the same day"
        ),
    ],
)
def test_evidence_says_where_when_what_and_how(
    happened_on: date | None, matched: str | None, text: str
) -> None:
    evidence = Evidence(
        Source.PROTECTIVE_ORDERS,
        SourceSystem.NDELIUS,
        SourceRecordId("R1"),
        date(2025, 3, 4),
        happened_on,
        "no contact",
        matched,
        Visibility.KNOWN_TO_SUBJECT,
    )
    assert evidence_sentence(evidence) == text


def test_every_authority_says_how_far_it_was_confirmed() -> None:
    for authority in all_authorities().values():
        assert "confirmed" in authority_sentence(authority)


def test_moments_are_in_london_time() -> None:
    assert moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "00:30 on 2 July 2026"
