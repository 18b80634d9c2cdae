"""An answer in short, and a digest of what it rests on."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from riskflag.assessment import Assessment
from riskflag.decisions import GapKey, gap_key
from riskflag.dossier import Missing
from riskflag.flags import Flag
from riskflag.standing.kept import KeptFlag, Outcome
from riskflag.standing.proposals import StandingProposal
from riskflag.vocabulary import AssessmentId

EVIDENCE_BYTES, RESTS_ON_BYTES = 6, 12


def outcome_of(
    standing: StandingProposal, answer: Assessment, rests_on: str, stored: AssessmentId | None
) -> Outcome:
    """The answer in short.

    rests_on: as ``rests_on`` gives it; empty where that is not known
    stored: under what the latest answer about it is stored; None where none is
    """
    return Outcome(
        proposal=standing.digest,
        why=standing.why,
        verdict=answer.verdict,
        complete=answer.complete,
        flags=tuple(_kept(flag) for flag in answer.flags),
        gaps=tuple(sorted({_gap(gap) for gap in answer.gaps})),
        rests_on=rests_on,
        answer=stored,
    )


def rests_on(parts: Iterable[str]) -> str:
    """One digest of all the texts, in their order."""
    digest = blake2b(digest_size=RESTS_ON_BYTES)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def _kept(flag: Flag) -> KeptFlag:
    evidence = (each for finding in flag.findings for each in finding.evidence)
    cited = {f"{each.source.value}\n{each.source_system.value}\n{each.source_id}" for each in evidence}
    return KeptFlag(flag.code, flag.severity, tuple(sorted({_cited(each) for each in cited})))


def _cited(named: str) -> str:
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=EVIDENCE_BYTES).hexdigest()


@lru_cache(maxsize=4096)
def _gap(gap: Missing) -> GapKey:
    """Remembered: people lack the same things, named without anybody's data."""
    return gap_key(gap)
