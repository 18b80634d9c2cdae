"""``riskflag premises``: the list of known premises, at which many people asked about are no alert.

It weakens alerts, so every change says for which auditor and why, and is in the audit.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from riskflag.dossier import LONDON
from riskflag.errors import BadInput
from riskflag.importers.premises import NEEDED, OPTIONAL, read_premises
from riskflag.importers.strict_json import LARGEST_FILE
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.premises_list import Change, Changed, PremisesList, open_premises
from riskflag.persistence.vault import vault_for
from riskflag.probing.premises import KnownPremises, PremisesReason
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.files import write_new
from riskflag.upkeep.who import AT_THE_MACHINE

_FILE = click.Path(path_type=Path)
_ACCOUNT = re.compile(r"[!-~]{1,60}", re.ASCII)


@click.group()
def premises() -> None:
    """Keep the list of known premises: hostels, approved premises, courts, prisons, probation offices."""


def _says_who_and_why(command: Callable[..., None]) -> Callable[..., None]:
    reasons = click.Choice([reason.value for reason in PremisesReason])
    with_reason = click.option("--because", "reason", type=reasons, required=True, help="Why.")(command)
    return click.option("--for", "account", required=True, help="The auditor's account.")(with_reason)


@premises.command()
@click.argument("file", type=_FILE)
@_says_who_and_why
def add(file: Path, account: str, reason: str) -> None:
    """Put the buildings in FILE (CSV) on the list; all of them, or none where a row cannot be taken."""
    done = _changed(PremisesList.add, file, account, reason)
    click.echo(f"put on the list: {done.changed}; on it now: {done.listed}")


@premises.command()
@click.argument("file", type=_FILE)
@_says_who_and_why
def remove(file: Path, account: str, reason: str) -> None:
    """Take the buildings in FILE (the same CSV) from the list; all of them, or none."""
    done = _changed(PremisesList.remove, file, account, reason)
    click.echo(f"taken from the list: {done.changed}; on it now: {done.listed}")


@premises.command()
def count() -> None:
    """Say how many are on the list."""
    settings = load_settings()
    with open_premises(settings.database_url, vault_for(settings)) as database:
        click.echo(f"on the list: {PremisesList(database).count()}")


@premises.command("list")
@click.option("--out", type=_FILE, required=True, help="A new file to write it to.")
def write_list(out: Path) -> None:
    """Write the list as such a file, for its owner's eyes only."""
    settings = load_settings()
    with open_premises(settings.database_url, vault_for(settings)) as database:
        held = PremisesList(database).read(_entry())
    write_new(out, _as_csv(held), "--out")
    click.echo(f"written: {len(held)}")


def _changed(
    work: Callable[[PremisesList, Sequence[KnownPremises], Change, AuditEntry], Changed],
    file: Path,
    account: str,
    reason: str,
) -> Changed:
    if not _ACCOUNT.fullmatch(account):
        raise BadInput({"--for": "must be an account: up to 60 characters, without blanks"})
    entry = _entry()
    given = read_premises(_content(file), entry.at.astimezone(LONDON).date())
    settings = load_settings()
    with open_premises(settings.database_url, vault_for(settings)) as database:
        return work(PremisesList(database), given, Change(account, PremisesReason(reason)), entry)


def _entry() -> AuditEntry:
    return AuditEntry(now(), AT_THE_MACHINE, Action.PREMISES_READ)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError:
        raise BadInput({"FILE": "there is no such file, or it cannot be read"}) from None


def _as_csv(held: Iterable[KnownPremises]) -> str:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow((*NEEDED, *OPTIONAL))
    for each in held:
        point = each.address.point
        located = (point.easting, point.northing) if point else ("", "")
        listed = (each.name, each.address.text, each.listed_by, each.listed_on.isoformat())
        rows.writerow((*listed, each.address.uprn or "", *located))
    return written.getvalue()
