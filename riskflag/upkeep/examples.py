"""What each example case asks, asked: in development there is then something to look at and to decide."""

from collections.abc import Iterable

from riskflag.errors import NeedsSecondPerson, NotFound
from riskflag.importers.case_file import CaseFile
from riskflag.persistence.repeating import Once
from riskflag.records import PersonNumbers
from riskflag.service import Actor, Service
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import Role

WHO_ASKS = Actor(DEVELOPMENT_READER, Role.RESETTLEMENT_STAFF)


def ask(service: Service, cases: Iterable[CaseFile]) -> int:
    """Asks as resettlement staff do, each case once a day. Gives how many were answered: some examples are of
    people whom these may not see."""
    return sum(_is_answered(service, case, number) for number, case in enumerate(cases))


def _is_answered(service: Service, case: CaseFile, number: int) -> bool:
    named = f"example-{number}-{case.description.id if case.description else 'unnamed'}"
    try:
        person_id = service.find_person(PersonNumbers.of(case.dossier.person), WHO_ASKS)
        service.enquire(person_id, case.enquiry, WHO_ASKS, Once(WHO_ASKS.name, named, named))
    except (NotFound, NeedsSecondPerson):
        return False
    return True
