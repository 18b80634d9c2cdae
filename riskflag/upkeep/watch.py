"""``riskflag watch``: whoever must be looked at again, because something changed, is screened.

Exit status of ``--once``: 0 everybody was looked at; 4 somebody could not be: tried again or set aside.
"""

from contextlib import closing
from datetime import datetime

import click

from riskflag.errors import StoreUnavailable
from riskflag.persistence.store import Store, open_store
from riskflag.persistence.vault import vault_for
from riskflag.pinned_rulebook import pinned_rulebook
from riskflag.rescreening import Because
from riskflag.screening import Because as Why
from riskflag.screening import Screening
from riskflag.service import now, scorer_from
from riskflag.settings import Settings, load_settings
from riskflag.standing import TurnState
from riskflag.upkeep.repeating import repeat
from riskflag.vocabulary import PersonId
from riskflag.watching import Watching

NOT_ALL_DONE = 4
EVERY_SECONDS = 2.0
OF_PLACES = frozenset({Because.PLACE_REGISTER, Because.PROTECTED_PLACE, Because.ADDRESS_OR_OCCUPANT})


class LooksAgain:
    """Screens somebody with this installation's rulebook and model."""

    def __init__(self, store: Store, settings: Settings) -> None:
        scorer = scorer_from(settings.models)
        self._screening = Screening(store, pinned_rulebook(), lambda: scorer, now)

    def __call__(self, person_id: PersonId, as_of: datetime, because: frozenset[Because]) -> None:
        """Screens them. Raises StoreUnavailable where what is held of them cannot be read."""
        why = Why.PLACES_CHANGED if because <= OF_PLACES else Why.RECORDS_CHANGED
        screened = self._screening.screen_person(person_id, as_of, None, why)
        if screened.state is TurnState.FAILED:
            raise StoreUnavailable("what is held of this person cannot be read")


@click.command()
@click.option("--once", is_flag=True, help="Look at everybody who waits, and end.")
@click.option("--every", default=EVERY_SECONDS, show_default=True, help="Seconds between looking.")
@click.option("--status", is_flag=True, help="Say how many wait, and who was set aside; look at nobody.")
@click.option("--again", is_flag=True, help="First put back all who were set aside.")
def watch(once: bool, every: float, status: bool, again: bool) -> int:
    """Look again at whoever is affected by what changed, until it is told to stop."""
    settings = load_settings()
    with closing(open_store(settings.database_url, vault_for(settings))) as store:
        if again:
            click.echo(f"put back: {store.rescreening.revive(now())}")
        if status:
            return _said(store)
        came = repeat(Watching(store.rescreening, LooksAgain(store, settings), now).round, every, once=once)
    click.echo(f"looked at: {came.done}; to be tried again: {came.failed}; set aside: {came.set_aside}")
    return NOT_ALL_DONE if once and (came.failed or came.set_aside) else 0


def _said(store: Store) -> int:
    stands = store.rescreening.standing()
    oldest = stands.oldest.isoformat(timespec="seconds") if stands.oldest else "-"
    click.echo(f"waiting: {stands.waiting}, since {oldest}; set aside: {stands.dead}")
    for each in store.rescreening.set_aside():
        click.echo(f"{each.person_id}  {each.because.value}  {each.put_at.isoformat(timespec='seconds')}")
    return NOT_ALL_DONE if stands.dead else 0
