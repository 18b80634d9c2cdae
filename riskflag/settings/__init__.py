"""Every setting of the service, read once from the environment. A wrong one stops the start, by its name.

    RISKFLAG_HOME            folder for what the service keeps          ./var
    RISKFLAG_DATABASE_URL    database, as SQLAlchemy names it           SQLite in RISKFLAG_HOME
    RISKFLAG_ENVIRONMENT     development or production                  production
    RISKFLAG_HOST            address to listen on; in development loopback only   127.0.0.1
    RISKFLAG_PORT            port to listen on                          8000
    RISKFLAG_MODELS          folder of published models, or off         off; in development ./models
    RISKFLAG_ACCESS_LIMITS_MINUTES   how old what is known of who may see a case may be; after that nobody
                             may see it                                 5; in development 1440
    RISKFLAG_KEYS_FILE       keys that what is held is sealed with      no default; development makes its own
    RISKFLAG_JWT_ISSUER      who signs access tokens                    no default
    RISKFLAG_JWT_AUDIENCE    for whom they are signed                   no default
    RISKFLAG_JWT_KEYS_URL    where the signer's public keys are (JWKS), by https    no default
    RISKFLAG_JWT_KEYS_FILE   or a file that holds them                  no default
    RISKFLAG_ENQUIRIES_A_MINUTE   how often one account may ask about an address or a referral   30; in
                             development 1000
    RISKFLAG_LOOKUPS_A_MINUTE     how often it may look somebody up, or read an answer again     60; in
                             development 1000
    RISKFLAG_SIGN_IN_URL     OpenID Connect metadata of the service that people sign in to the pages with, by
                             https; it needs the extra sign-in    no default: nobody signs in to the pages
    RISKFLAG_SIGN_IN_CLIENT_ID     what this service is called there       no default
    RISKFLAG_SIGN_IN_CLIENT_SECRET its secret there                        no default
    RISKFLAG_ADDRESS         where people reach the pages, by https        no default
    RISKFLAG_WEBHOOK_URL     where messages that something changed are sent by HTTP, by https   no default
    RISKFLAG_WEBHOOK_SECRET  secret that they are signed with, 32 characters or more    no default
    RISKFLAG_MAIL_FOLDER     folder where they are put as mail, for a relay to send    no default
    RISKFLAG_METRICS_TOKEN   secret of the monitoring system, 32 characters or more; or off, and then
                             nobody reads the counts                    off

Where RISKFLAG_DATABASE_URL_FILE, RISKFLAG_METRICS_TOKEN_FILE, RISKFLAG_WEBHOOK_SECRET_FILE or
RISKFLAG_SIGN_IN_CLIENT_SECRET_FILE names a file, what it holds is the value, so that a secret need not stand
in the environment.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path

from environs import FileAwareEnv

from riskflag.errors import BadInput
from riskflag.reference.thresholds import ACCESS_LIMITS_MINUTES
from riskflag.settings.reading import NOT_SET, SHORTEST_SECRET, read
from riskflag.settings.sending import SendingSettings, sending
from riskflag.settings.sign_in import SignInSettings, sign_in
from riskflag.settings.tokens import TokenSettings, tokens

__all__ = [
    "Environment",
    "PaceSettings",
    "SendingSettings",
    "Settings",
    "SignInSettings",
    "TokenSettings",
    "load_settings",
]


class Environment(StrEnum):
    """Where the service runs. Development trusts whoever is at the machine, so it listens to nobody else."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


OFF = "off"
MODELS_BY_DEFAULT = {Environment.DEVELOPMENT: "models", Environment.PRODUCTION: OFF}
"""Outside development nobody is scored by a learned model until someone who may decide it has set it."""

LONGEST_MINUTES = 24 * 60
ACCESS_LIMITS_BY_DEFAULT = {
    Environment.DEVELOPMENT: 24 * 60,
    Environment.PRODUCTION: ACCESS_LIMITS_MINUTES.value,
}
"""In minutes. In development the records are examples, which nobody sends anew every few minutes."""

ENQUIRIES_BY_DEFAULT = {Environment.DEVELOPMENT: 1000, Environment.PRODUCTION: 30}
LOOKUPS_BY_DEFAULT = {Environment.DEVELOPMENT: 1000, Environment.PRODUCTION: 60}
"""A minute. In development one account asks about all the examples as they are loaded."""


@dataclass(frozen=True, slots=True)
class PaceSettings:
    """How often one account may ask in a minute.

    enquiries: about an address or a referral
    lookups: for somebody, or for an answer given before
    """

    enquiries: int
    lookups: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, as read.

    home: folder for what the service keeps
    database_url: database, as SQLAlchemy names it; it may hold a password, so it is not shown
    environment: development or production
    host: address to listen on
    port: port to listen on
    tokens: how access tokens are checked; None where nothing is set, which only development may serve with
    models: folder of published models, whose model in service scores people; None where it is off
    access_age: how old what is known of who may see a case may be
    pace: how often one account may ask; None where nobody is slowed, which no process that reads its settings
        from the environment is
    metrics_token: what the monitoring system shows to read the counts; None where nobody may
    keys_file: keys that what is held is sealed with; None where nothing is set, which only development may
        open a database with
    sign_in: with what people sign in to the pages; None where nobody can, save in development, where anybody
        at the machine chooses who they are
    sending: where messages that something changed are sent
    """

    home: Path
    database_url: str = field(repr=False)
    environment: Environment
    host: str
    port: int
    tokens: TokenSettings | None
    models: Path | None = None
    access_age: timedelta = timedelta(minutes=ACCESS_LIMITS_MINUTES.value)
    pace: PaceSettings | None = None
    metrics_token: str | None = field(default=None, repr=False)
    keys_file: Path | None = None
    sign_in: SignInSettings | None = None
    sending: SendingSettings = field(default_factory=SendingSettings)


def load_settings(*, serving: bool = False) -> Settings:
    """The settings of this process.

    serving: whether they are for answering requests, which needs token settings outside development.
    Raises BadInput, which names each variable that is wrong and never its value.
    """
    env = FileAwareEnv(expand_vars=False, strip_whitespace=True)
    home = Path(read("RISKFLAG_HOME", env.str, "var")).absolute()
    environment = _environment(read("RISKFLAG_ENVIRONMENT", env.str, Environment.PRODUCTION.value))
    settings = Settings(
        home=home,
        database_url=read("RISKFLAG_DATABASE_URL", env.str, f"sqlite:///{home / 'riskflag.sqlite3'}"),
        environment=environment,
        host=_host(read("RISKFLAG_HOST", env.str, "127.0.0.1"), environment),
        port=_port(read("RISKFLAG_PORT", env.int, 8000)),
        models=_models(read("RISKFLAG_MODELS", env.str, MODELS_BY_DEFAULT[environment])),
        access_age=_minutes(
            "RISKFLAG_ACCESS_LIMITS_MINUTES", env, default=ACCESS_LIMITS_BY_DEFAULT[environment]
        ),
        tokens=tokens(env),
        pace=PaceSettings(
            enquiries=_how_often("RISKFLAG_ENQUIRIES_A_MINUTE", env, ENQUIRIES_BY_DEFAULT[environment]),
            lookups=_how_often("RISKFLAG_LOOKUPS_A_MINUTE", env, LOOKUPS_BY_DEFAULT[environment]),
        ),
        metrics_token=_metrics_token(read("RISKFLAG_METRICS_TOKEN", env.str, OFF)),
        keys_file=_file(read("RISKFLAG_KEYS_FILE", env.str, NOT_SET)),
        sign_in=sign_in(env),
        sending=sending(env, secure=environment is Environment.PRODUCTION),
    )
    if serving and settings.tokens is None and environment is not Environment.DEVELOPMENT:
        raise BadInput({"RISKFLAG_JWT_ISSUER": "must be set, for nobody can be recognised without it"})
    return settings


def _environment(value: str) -> Environment:
    if value not in set(Environment):
        raise BadInput({"RISKFLAG_ENVIRONMENT": "must be development or production"})
    return Environment(value)


def _host(host: str, environment: Environment) -> str:
    if environment is Environment.DEVELOPMENT and not _is_loopback(host):
        raise BadInput({"RISKFLAG_HOST": "must be a loopback address in development"})
    return host


def _minutes(name: str, env: FileAwareEnv, *, default: int) -> timedelta:
    minutes = read(name, env.int, default)
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise BadInput({name: f"must be from 1 to {LONGEST_MINUTES}"})
    return timedelta(minutes=minutes)


def _models(value: str) -> Path | None:
    return None if value == OFF else Path(value).absolute()


def _how_often(name: str, env: FileAwareEnv, default: int) -> int:
    times = read(name, env.int, default)
    if times < 1:
        raise BadInput({name: "must be 1 or more"})
    return times


def _metrics_token(value: str) -> str | None:
    if value == OFF:
        return None
    if len(value) < SHORTEST_SECRET:
        raise BadInput({"RISKFLAG_METRICS_TOKEN": f"must have {SHORTEST_SECRET} characters or more"})
    return value


def _file(value: str) -> Path | None:
    return None if value == NOT_SET else Path(value).absolute()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _port(port: int) -> int:
    if not 1 <= port <= 65535:
        raise BadInput({"RISKFLAG_PORT": "must be from 1 to 65535"})
    return port
