"""The request that is printed at the start in development: an enquiry from the example caseload, to paste."""

import json
import os
import shlex
import sys
from pathlib import Path

from riskflag.errors import RiskflagError
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.importers.plain import plain
from riskflag.service import Actor, PersonNumbers, Service, now
from riskflag.settings import Settings
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import PersonId, Role

EXAMPLES = Path(__file__).parents[1] / "examples"
CASE = "S21-*.json"
READER = Actor(DEVELOPMENT_READER, Role.RESPONSIBLE_OFFICER)

STORY = """\
The example asks about an invented man who says that he has an address to go back to. It is the home of the
partner whom a restraining order protects from him. The answer says what to do, why, and who decides."""
NOT_LOADED = (
    "No example is loaded, or it was loaded more than a day ago. Load the invented caseload with\n"
    "  {command} import --as-if-asked-now examples/*.json\n"
    "and start again to see a request that can be pasted."
)


def printed_example(settings: Settings, service: Service, address: str) -> str:
    """The example with its story; how to load it where it is not held."""
    case = _case()
    person_id = _held(case, service) if case else None
    if case is None or person_id is None:
        return NOT_LOADED.format(command=_command(settings))
    return f"{STORY}\n\n{_curl(settings, f'{address}/people/{person_id}/address-enquiries', case)}"


def _case() -> CaseFile | None:
    try:
        return next((read_case_file(path.read_bytes(), now()) for path in sorted(EXAMPLES.glob(CASE))), None)
    except (RiskflagError, OSError):
        return None


def _held(case: CaseFile, service: Service) -> PersonId | None:
    try:
        return service.find_person(PersonNumbers.of(case.dossier.person), READER)
    except RiskflagError:
        return None


def _curl(settings: Settings, address: str, case: CaseFile) -> str:
    token = f"{_command(settings)} token --role {Role.RESPONSIBLE_OFFICER.value}"
    body = json.dumps(plain(case.enquiry), ensure_ascii=False)
    return " \\\n  ".join(
        [
            "curl --fail --silent",
            f'--header "Authorization: Bearer $({token})"',
            "--header 'Content-Type: application/json'",
            f"--data {shlex.quote(body)}",
            shlex.quote(address),
        ]
    )


def _command(settings: Settings) -> str:
    """The command line beside this Python, told what cannot be told from where it is run."""
    command = Path(sys.executable).with_name("riskflag")
    told = ["RISKFLAG_ENVIRONMENT=development"]
    if settings.home != Path("var").absolute():
        told.append(f"RISKFLAG_HOME={shlex.quote(str(settings.home))}")
    return " ".join([*told, shlex.quote(os.path.relpath(command))])
