"""The command line: check a case file, read the rulebook, load records, make a development token.

Exit status of ``check``: 0 no flags found and complete, 10 flags raised, 20 incomplete without flags, 2 bad
input, 3 no answer could be given or recorded.
"""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
import structlog

from riskflag.catalogue import describe
from riskflag.disclosure import ShownAssessment, show
from riskflag.errors import BadInput, NotFound, RiskflagError, StoreUnavailable
from riskflag.importers.case_file import CaseFile, case_file_json_schema, read_case_file
from riskflag.importers.loading import as_if_asked_at, joined_place_knowledge
from riskflag.importers.plain import plain
from riskflag.persistence.migrations import upgrade
from riskflag.report import render_rule, render_text
from riskflag.rulebook import load_rulebook
from riskflag.service import Actor, Service, now, open_service
from riskflag.settings import Environment, load_settings
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role, Verdict

EXIT_STATUS = {Verdict.NO_FLAGS_FOUND: 0, Verdict.FLAGS_RAISED: 10, Verdict.INCOMPLETE: 20}
BAD_INPUT, NO_ANSWER = 2, 3
READERS = (Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF)
COMMAND_LINE = "command line"


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
    """Flags what a proposed release address must account for. The service flags; a named person decides."""


@commands.command()
@click.argument("case_file", type=click.Path(path_type=Path))
@click.option("--role", type=click.Choice([role.value for role in READERS]), default=READERS[0].value)
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text")
@click.option("--full", is_flag=True, help="Give every flag in full, and none in short.")
@click.option("--at", "read_at", help="Read the answer as at this moment (ISO 8601 with offset).")
def check(case_file: Path, role: str, layout: str, full: bool, read_at: str | None) -> int:
    """Answer the enquiry in CASE_FILE and say why."""
    reader = Actor(COMMAND_LINE, Role(role))
    moment = _moment(read_at) if read_at else now()
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
@click.argument("case_files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--as-if-asked-now", is_flag=True, help="Date the answers to this moment. Development only.")
def import_files(case_files: tuple[Path, ...], as_if_asked_now: bool) -> None:
    """Load the person and the records of each CASE_FILE; loading it again replaces what it loaded.

    The place register is replaced by what the files together say of their places.
    """
    settings = load_settings()
    if as_if_asked_now and settings.environment is not Environment.DEVELOPMENT:
        raise BadInput({"--as-if-asked-now": "is for development only"})
    moment = now()
    read = [_read(path) for path in case_files]
    cases = [as_if_asked_at(case, moment) for case in read] if as_if_asked_now else read
    actor = Actor(COMMAND_LINE, Role.RESPONSIBLE_OFFICER)
    register = joined_place_knowledge(cases)
    service = _service()
    try:
        for case in cases:
            dossier = case.dossier
            service.put_person(dossier.person, dossier.records, dossier.coverage, actor)
        service.put_place_register(register.incidents, register.coverage, actor)
    finally:
        service.close()
    click.echo(f"{len(cases)} case file{'s' if len(cases) != 1 else ''} loaded")


@commands.command()
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--name", default="developer", show_default=True, help="Who the token speaks for.")
def token(role: str, name: str) -> None:
    """Print an access token. Development mode only."""
    click.echo(issue_development_token(load_settings(), Role(role), name, now()))


@commands.group()
def database() -> None:
    """Look after the database."""


@database.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to this version's schema, making it if there is none."""
    upgrade(load_settings().database_url)
    click.echo("the database is at this version's schema")


def _service() -> Service:
    """The service over the configured database; made ready first where that has not been done."""
    url = load_settings().database_url
    try:
        return open_service(url)
    except StoreUnavailable:
        upgrade(url)
        return open_service(url)


def _read(path: Path) -> CaseFile:
    try:
        content = path.read_bytes()
    except OSError:
        raise BadInput({"case file": "there is no such file, or it cannot be read"}) from None
    return read_case_file(content, now())


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput({"--at": "is not a moment in ISO 8601"}) from None
    if moment.tzinfo is None:
        raise BadInput({"--at": "needs an offset from UTC, such as +00:00"})
    return moment


def _as_json(shown: ShownAssessment) -> str:
    return json.dumps(plain(shown), indent=2, ensure_ascii=False)
