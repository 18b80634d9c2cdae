"""``python -m api``: checks what it stands on, says where it is, and serves until it is stopped."""

import sys

import click
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from api.example import printed_example
from api.logs import configure_logs
from api.process import keep_to_itself, refuse_root
from api.turns import STANDING_BY
from riskflag.errors import BadInput, RiskflagError
from riskflag.service import open_service
from riskflag.settings import Environment, Settings, load_settings
from riskflag.tokens import token_reader

CANNOT_START = 1
HEADER_SECONDS = 10
"""In which all headers of a request must have come, and the next request on a connection that is kept."""


def main() -> None:
    """Serves, or says in a sentence why it cannot."""
    keep_to_itself()
    configure_logs()
    try:
        settings = load_settings(serving=True)
        refuse_root(settings)
        greeting = check_and_greet(settings)
    except BadInput as error:
        _refuse("\n".join(f"  {name} {reason}" for name, reason in error.problems.items()))
    except RiskflagError as error:
        _refuse(f"  {error}")
    server = Granian(
        "api.wsgi:app",
        address="127.0.0.1" if settings.host == "localhost" else settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=STANDING_BY,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        http=HTTPModes.http1,
        log_level=LogLevels.warning,
        log_access=False,
        websockets=False,
    )
    server.on_startup(lambda: click.echo(greeting))
    server.serve()


def check_and_greet(settings: Settings) -> str:
    """What is said once the service listens. Raises RiskflagError where it would not hold what it says."""
    token_reader(settings)
    service = open_service(settings)
    try:
        return greeting(settings, printed_example(settings, service, _address(settings)))
    finally:
        service.close()


def greeting(settings: Settings, example: str) -> str:
    """Where the service is, and in development an example."""
    development = settings.environment is Environment.DEVELOPMENT
    address = _address(settings)
    said = [
        f"riskflag is serving on {address}" + (" (development mode)" if development else ""),
        f"People sign in on {address}/desk/",
        f"The API is described on {address}/docs",
    ]
    return "\n".join([*said, "", example, ""] if development else said)


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def _refuse(reasons: str) -> None:
    click.echo(f"riskflag cannot start:\n{reasons}", err=True)
    sys.exit(CANNOT_START)


if __name__ == "__main__":
    main()
