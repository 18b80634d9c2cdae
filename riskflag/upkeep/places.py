"""``riskflag database accept-fewer-places``: a place register that lost places may be right after all.
``riskflag database index-places``: places are found again that the index lost.

Exit status of ``index-places``: 0 the index has all that the records name, 6 something is missing from it or,
where it was made anew, may be any place.
"""

import click

from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.fewer_places import take_the_next
from riskflag.persistence.place_upkeep import anywhere, compare_index, index_anew
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
    if found.unreadable:
        click.echo(f"records that may name one and cannot be read: {found.unreadable}")
    if not check:
        click.echo("the index of places was made anew")
    if check and found.untold:
        click.echo(f"{found.untold} of these are not in the index, and answers may not say so: make it anew")
    may_be_anywhere = anywhere(settings.database_url, vault)
    tell_what_may_be_anywhere(may_be_anywhere)
    return SOMETHING_MISSING if may_be_anywhere or (check and (found.missing or found.untold)) else 0


def tell_what_may_be_anywhere(number: int) -> None:
    """Says what follows of records that cannot be read and of which the index does not know where they may
    be.

    number: of them
    """
    if number:
        click.echo(
            f"{number} of the records that cannot be read may be any place, so every answer about an address "
            "is incomplete; import them anew, or put them back from a copy and run "
            "`riskflag database index-places`"
        )
