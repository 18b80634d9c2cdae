"""Whether answers can be relied on: the database holds, and cases whose answers are known come out so.

Another check is one more function in ``CHECKS``. What is told of one that fails is its name and fixed words.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from api.wiring import Wiring
from riskflag.assessment import Assessment, assess
from riskflag.casebook import EX_PARTNER, PROPOSED, Case, case, order, protected_place, term
from riskflag.dossier import PlaceKnowledge
from riskflag.errors import RiskflagError
from riskflag.persistence.published_models import answers_as_published
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.vocabulary import ProhibitionKind, RuleCode, Source, SourceRecordId, Verdict

ORDERED = order(term(ProhibitionKind.NO_CONTACT))
KNOWN_FLAG = case(ORDERED, lives_with=(EX_PARTNER,))
FLAG = RuleCode("RO-ADDR-01")
"""The rule that must speak of it: he would live with her whom the order protects."""
KNOWN_INCOMPLETE = case(not_asked=(Source.PROTECTIVE_ORDERS,))
NOTHING_HIDDEN = case(ORDERED)
HER_HOME = replace(protected_place(EX_PARTNER, PROPOSED), source_id=SourceRecordId("HIDDEN"))
SOMETHING_HIDDEN = replace(
    NOTHING_HIDDEN,
    dossier=replace(NOTHING_HIDDEN.dossier, records=(*NOTHING_HIDDEN.dossier.records, HER_HOME)),
)


def _database_holds(wiring: Wiring) -> bool:
    open_store(wiring.settings.database_url, vault_for(wiring.settings)).close()
    return True


def _flag_is_raised(wiring: Wiring) -> bool:
    answer = _answer(KNOWN_FLAG, wiring)
    return answer.verdict is Verdict.FLAGS_RAISED and FLAG in {flag.code for flag in answer.flags}


def _gap_is_noticed(wiring: Wiring) -> bool:
    answer = _answer(KNOWN_INCOMPLETE, wiring)
    return answer.verdict is Verdict.INCOMPLETE and not answer.complete


def _what_is_hidden_stays_hidden(wiring: Wiring) -> bool:
    return _told_to_staff(SOMETHING_HIDDEN, wiring) == _told_to_staff(NOTHING_HIDDEN, wiring)


def _model_answers_as_known(wiring: Wiring) -> bool:
    """A model that is off, or may not speak, answers nothing wrong: answers say which it is."""
    model, models = wiring.service.scorer.model, wiring.settings.models
    if model is None:
        return True
    return models is not None and answers_as_published(models, model)


def _answer(known: Case, wiring: Wiring) -> Assessment:
    return assess(known.dossier, known.enquiry, known.place, wiring.rulebook)


def _told_to_staff(known: Case, wiring: Wiring) -> Assessment:
    dossier, enquiry = known.dossier.known_part(), known.enquiry.known_part()
    return assess(dossier, enquiry, PlaceKnowledge(), wiring.rulebook)


CHECKS: Mapping[str, tuple[str, Callable[[Wiring], bool]]] = {
    "database": ("cannot be reached, or is not at this version's schema", _database_holds),
    "known_flag": ("an invented case that must be flagged was not", _flag_is_raised),
    "known_incomplete": ("an invented case that must be incomplete was not", _gap_is_noticed),
    "known_hidden": (
        "an invented protected address showed in what staff are told",
        _what_is_hidden_stays_hidden,
    ),
    "known_score": ("the model does not answer as it did when it was published", _model_answers_as_known),
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
