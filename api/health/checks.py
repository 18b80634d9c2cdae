"""Whether answers can be relied on: the database holds, and cases whose answers are known come out so."""

from collections.abc import Callable, Mapping

from api.wiring import Wiring
from riskflag.assessment import assess
from riskflag.casebook import EX_PARTNER, Case, case, order, term
from riskflag.errors import RiskflagError
from riskflag.persistence.store import open_store
from riskflag.rulebook import Rulebook
from riskflag.vocabulary import ProhibitionKind, Source, Verdict

KNOWN_FLAG = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
KNOWN_INCOMPLETE = case(not_asked=(Source.PROTECTIVE_ORDERS,))


def _database_holds(wiring: Wiring) -> bool:
    open_store(wiring.settings.database_url).close()
    return True


def _flag_is_raised(wiring: Wiring) -> bool:
    return _verdict(KNOWN_FLAG, wiring.rulebook) is Verdict.FLAGS_RAISED


def _gap_is_noticed(wiring: Wiring) -> bool:
    return _verdict(KNOWN_INCOMPLETE, wiring.rulebook) is Verdict.INCOMPLETE


def _verdict(known: Case, rulebook: Rulebook) -> Verdict:
    return assess(known.dossier, known.enquiry, known.place, rulebook).verdict


CHECKS: Mapping[str, tuple[str, Callable[[Wiring], bool]]] = {
    "database": ("cannot be reached, or is not at this version's schema", _database_holds),
    "known_flag": ("an invented case that must be flagged was not", _flag_is_raised),
    "known_incomplete": ("an invented case that must be incomplete was not", _gap_is_noticed),
}
"""Each check by name, with the reason it gives when it fails."""


def failed_checks(wiring: Wiring) -> dict[str, str]:
    """The checks that fail, each with its reason."""
    return {name: reason for name, (reason, holds) in CHECKS.items() if not _held(holds, wiring)}


def _held(holds: Callable[[Wiring], bool], wiring: Wiring) -> bool:
    try:
        return holds(wiring)
    except RiskflagError:
        return False
