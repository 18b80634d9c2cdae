"""The command line: check a case file, read the rulebook, load records, make a development token.

Exit status of ``check``: 0 no flags found and complete, 10 flags raised, 20 incomplete without flags, 2 bad
input, 3 no answer could be given or recorded. Of ``import``: 4 where part of a payload could not be read; the
rest is stored. Of ``audit``: 5 to 8, each for what does not hold.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click
import structlog

from riskflag.catalogue import describe
from riskflag.disclosure import ShownAssessment, show
from riskflag.errors import BadInput, NotFound, RiskflagError, StoreUnavailable
from riskflag.importers.arrivals import read_arrival
from riskflag.importers.case_file import CaseFile, case_file_json_schema, read_case_file
from riskflag.importers.intake import Intake, parsed, read_content
from riskflag.importers.loading import as_if_asked_at, joined_place_knowledge
from riskflag.importers.numbers import numbers_in
from riskflag.importers.plain import plain
from riskflag.importers.report import render_report, report_of, summary
from riskflag.importers.taken import moment_in, taken_by
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.place_upkeep import anywhere
from riskflag.persistence.vault import vault_for
from riskflag.report import render_rule, render_text
from riskflag.rulebook import load_rulebook
from riskflag.service import Actor, PersonNumbers, Service, now, open_service
from riskflag.settings import Environment, load_settings
from riskflag.tokens import DEVELOPMENT_READER, issue_development_token
from riskflag.upkeep.audit import audit
from riskflag.upkeep.backup import backup, restore
from riskflag.upkeep.decisions import decisions
from riskflag.upkeep.events import events
from riskflag.upkeep.examples import ask
from riskflag.upkeep.keys import keys
from riskflag.upkeep.outbox import outbox
from riskflag.upkeep.places import accept_fewer_places, index_places, tell_what_may_be_anywhere
from riskflag.upkeep.premises import premises
from riskflag.upkeep.resealing import reseal
from riskflag.upkeep.roles import grant_role
from riskflag.upkeep.screening import screen
from riskflag.upkeep.sessions import sessions
from riskflag.upkeep.subject_access import subject_access
from riskflag.upkeep.watch import watch
from riskflag.vocabulary import Role, Verdict

EXIT_STATUS = {Verdict.NO_FLAGS_FOUND: 0, Verdict.FLAGS_RAISED: 10, Verdict.INCOMPLETE: 20}
BAD_INPUT, NO_ANSWER, NOT_ALL_READ = 2, 3, 4
TAKEN_AT = "--taken-at"
READERS = (Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF)
COMMAND_LINE = "command line"
IMPORTING = Actor(COMMAND_LINE, Role.RECORD_FEED)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command. Whatever goes wrong ends in a sentence and an exit status, never in a traceback."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger("error"),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    try:
        status = commands.main(args=arguments, prog_name="riskflag", standalone_mode=False)
    except click.exceptions.Abort:
        status = _say("stopped", NO_ANSWER)
    except click.ClickException as error:
        status = _say(error.format_message(), BAD_INPUT)
    except BadInput as error:
        status = _say("\n".join(f"{field}: {reason}" for field, reason in error.problems.items()), BAD_INPUT)
    except NotFound as error:
        status = _say(str(error), BAD_INPUT)
    except RiskflagError as error:
        status = _say(str(error), NO_ANSWER)
    except Exception:  # a traceback could carry a name or an address
        status = _say("riskflag failed. No answer was given; treat this as not looked at.", NO_ANSWER)
    sys.exit(status if isinstance(status, int) else 0)


def _say(text: str, status: int) -> int:
    click.echo(text, err=True)
    return status


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Flags what a release address or referral must account for. It flags; a named person decides."""


@commands.command()
@click.argument("case_file", type=click.Path(path_type=Path))
@click.option("--role", type=click.Choice([role.value for role in READERS]), default=READERS[0].value)
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text")
@click.option("--full", is_flag=True, help="Give every flag in full, and none in short.")
@click.option("--at", "read_at", help="Read the answer as at this moment (ISO 8601 with offset).")
def check(case_file: Path, role: str, layout: str, full: bool, read_at: str | None) -> int:
    """Answer the enquiry in CASE_FILE and say why."""
    reader = Actor(COMMAND_LINE, Role(role))
    moment = moment_in(read_at, "--at") if read_at else now()
    case = _read(case_file)
    service = _service()
    try:
        stored = service.check_case(case.dossier, case.enquiry, case.place, reader, read_at=moment)
    finally:
        service.close()
    shown = show(stored.full, stored.open, reader.role, moment)
    click.echo(render_text(shown, full) if layout == "text" else _as_json(shown), nl=layout == "json")
    return EXIT_STATUS.get(shown.verdict, EXIT_STATUS[Verdict.INCOMPLETE])


@commands.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or describe the one with CODE."""
    rulebook = load_rulebook()
    if code:
        click.echo(render_rule(describe(rulebook.rule(code))), nl=False)
        return
    for rule in rulebook.rules:
        click.echo(f"{rule.code:<14} {rule.severity.upper():<7} {rule.title}")


@commands.command()
def schema() -> None:
    """Print the JSON Schema of a case file."""
    click.echo(json.dumps(case_file_json_schema(), indent=2, ensure_ascii=False))


@commands.command("import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--as", "kind", help="What shape the payloads are of, where they do not show it.")
@click.option("--person", "number", help="Whose payloads these are: NOMS number, CRN or PNC number.")
@click.option("--taken-at", "taken", help="When the payloads were taken from their source systems.")
@click.option("--report", "full", is_flag=True, help="Say of each payload what came of all that is in it.")
@click.option("--as-if-asked-now", is_flag=True, help="Date the answers to this moment. Development only.")
@click.option("--ask", "asking", is_flag=True, help="Ask what each case file asks. Development only.")
def import_files(
    files: tuple[Path, ...],
    kind: str | None,
    number: str | None,
    taken: str | None,
    full: bool,
    as_if_asked_now: bool,
    asking: bool,
) -> int:
    """Load each of FILES: a case file, or one of a source's own payloads about one person.

    A case file replaces the person and their records, and the files together the place register. A payload
    adds to what is held of the person, who must be named, as of the moment when it was taken from its source
    system, which no file shows (ISO 8601 with offset); with --report alone nothing of it is stored.
    """
    settings = load_settings()
    if (as_if_asked_now or asking) and settings.environment is not Environment.DEVELOPMENT:
        raise BadInput({"--as-if-asked-now" if as_if_asked_now else "--ask": "is for development only"})
    moment = now()
    taken_at = taken_by(moment, moment_in(taken, TAKEN_AT), TAKEN_AT) if taken is not None else None
    contents = [_content(path) for path in files]
    arrived = [read_arrival(each, moment, taken_at, kind) for each in contents]
    cases = [each for each in arrived if isinstance(each, CaseFile)]
    payloads = [each for each in arrived if isinstance(each, Intake)]
    whose = numbers_in(number) if number is not None else None
    _refuse_unless_said(payloads, whose, taken_at, full=full)
    service = _service()
    try:
        _load_cases(service, [as_if_asked_at(each, moment) for each in cases] if as_if_asked_now else cases)
        answered = ask(service, cases) if asking else None
        if payloads and whose is not None and taken_at is not None:
            sent = [each for each, came in zip(contents, arrived, strict=True) if isinstance(came, Intake)]
            payloads = _load_payloads(service, [parsed(each) for each in sent], taken_at, kind, whose)
    finally:
        service.close()
    for line in _what_came(len(cases), payloads, full=full, stored=whose is not None):
        click.echo(line)
    if answered is not None:
        click.echo(f"{answered} of them asked and answered")
    return NOT_ALL_READ if any(each.imported.unreadable for each in payloads) else 0


@commands.command()
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--name", default=DEVELOPMENT_READER, show_default=True, help="Who the token speaks for.")
def token(role: str, name: str) -> None:
    """Print an access token. Development mode only."""
    click.echo(issue_development_token(load_settings(), Role(role), name, now()))


ALONE = (audit, decisions, events, keys, outbox, premises, screen, sessions, subject_access, watch)

for command in ALONE:
    commands.add_command(command)


@commands.group()
def database() -> None:
    """Look after the database."""


for command in (accept_fewer_places, backup, grant_role, index_places, reseal, restore):
    database.add_command(command)


@database.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to this version's schema, making it if there is none."""
    settings = load_settings()
    vault = vault_for(settings)
    upgrade(settings.database_url, vault)
    click.echo("the database is at this version's schema")
    tell_what_may_be_anywhere(anywhere(settings.database_url, vault))


def _refuse_unless_said(
    payloads: Sequence[Intake], whose: PersonNumbers | None, taken_at: datetime | None, *, full: bool
) -> None:
    """Raises BadInput for payloads that would be stored of nobody, or as of nobody knows when."""
    if payloads and whose is None and not full:
        raise BadInput({"--person": "is needed: whose records are these?"})
    if payloads and whose is not None and taken_at is None:
        raise BadInput({TAKEN_AT: "is needed: when were these payloads taken from their source systems?"})
    if not payloads and taken_at is not None:
        raise BadInput({TAKEN_AT: "is for payloads: a case file says of itself when each source was asked"})


def _load_cases(service: Service, cases: Sequence[CaseFile]) -> None:
    for case in cases:
        dossier = case.dossier
        service.put_person(dossier.person, dossier.records, dossier.coverage, IMPORTING)
    if cases:
        register = joined_place_knowledge(cases)
        service.put_place_register(register.incidents, register.coverage, IMPORTING)


def _load_payloads(
    service: Service, contents: Sequence[object], taken_at: datetime, kind: str | None, whose: PersonNumbers
) -> list[Intake]:
    """Reads every payload for this person, and stores them once all could be read."""
    person_id = service.find_person(whose, IMPORTING)
    numbers = service.numbers_of(person_id, IMPORTING)
    payloads = [read_content(each, taken_at, kind, numbers) for each in contents]
    for payload in payloads:
        service.import_payload(person_id, payload, IMPORTING)
    return payloads


def _what_came(cases: int, payloads: Sequence[Intake], *, full: bool, stored: bool) -> Iterator[str]:
    if cases or not payloads:
        yield f"{cases} case file{'s' if cases != 1 else ''} loaded"
    for payload in payloads:
        report = report_of(payload)
        yield render_report(report) if full else summary(report)
    if payloads and not stored:
        yield "nothing of this was stored: say whose records they are with --person"


def _service() -> Service:
    """The service over the configured database; made ready first where that has not been done."""
    settings = load_settings()
    try:
        return open_service(settings)
    except StoreUnavailable:
        upgrade(settings.database_url, vault_for(settings))
        return open_service(settings)


def _read(path: Path) -> CaseFile:
    return read_case_file(_content(path), now())


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise BadInput({"case file": "there is no such file, or it cannot be read"}) from None


def _as_json(shown: ShownAssessment) -> str:
    return json.dumps(plain(shown), indent=2, ensure_ascii=False)
