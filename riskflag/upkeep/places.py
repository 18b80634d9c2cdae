"""``riskflag database accept-fewer-places``: a place register that lost places may be right after all.
``riskflag database index-places``: places are found again that the index lost.

Exit status of ``index-places --check``: 0 the index has all that the records name, 6 something is missing.
"""

import click

from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.fewer_places import take_the_next
from riskflag.persistence.place_upkeep import compare_index, index_anew
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.who import AT_THE_MACHINE

SOMETHING_MISSING = 6


@click.command("accept-fewer-places")
def accept_fewer_places() -> None:
    """Take the next place register as whole, however few places it holds."""
    settings = load_settings()
    entry = AuditEntry(now(), AT_THE_MACHINE, Action.FEWER_PLACES_ACCEPTED)
    take_the_next(settings.database_url, vault_for(settings), entry)
    click.echo("the next place register is taken as it comes: import it now")


@click.command("index-places")
@click.option("--check", is_flag=True, help="Only compare the index with the records; change nothing.")
def index_places(check: bool) -> int:
    """Make the index of places anew from the records, and say how many were missing from it."""
    settings = load_settings()
    vault = vault_for(settings)
    if check:
        found = compare_index(settings.database_url, vault)
    else:
        entry = AuditEntry(now(), AT_THE_MACHINE, Action.PLACES_INDEXED)
        found = index_anew(settings.database_url, vault, entry)
    click.echo(f"records that name a place: {found.named}; missing from the index: {found.missing}")
    if not check:
        click.echo("the index of places was made anew")
    return SOMETHING_MISSING if check and found.missing else 0
