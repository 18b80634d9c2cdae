"""``riskflag outbox``: sends the messages that something changed, says what was not sent, and tries it anew.

Exit status of ``send --once``: 0 all that was due is sent; 4 something was not: tried again or set aside.
"""

from contextlib import closing

import click

from riskflag.errors import BadInput, NotFound
from riskflag.persistence.store import Store, open_store
from riskflag.persistence.vault import vault_for
from riskflag.sending.envelope import Sender
from riskflag.sending.mail import MailFolder
from riskflag.sending.sending import Sending
from riskflag.sending.webhook import Webhook
from riskflag.service import now
from riskflag.settings import Settings, load_settings
from riskflag.settings.sending import FOLDER, URL
from riskflag.upkeep.repeating import repeat

NOT_ALL_SENT = 4
EVERY_SECONDS = 2.0
MOST_LISTED = 200


@click.group()
def outbox() -> None:
    """Send messages that something changed, and look after those that could not be sent."""


@outbox.command()
@click.option("--once", is_flag=True, help="Send what is due, and end.")
@click.option("--every", default=EVERY_SECONDS, show_default=True, help="Seconds between looking.")
def send(once: bool, every: float) -> int:
    """Send what waits, by every channel that is set up, until it is told to stop."""
    settings = load_settings()
    senders = senders_of(settings)
    with _opened(settings) as store:
        came = repeat(Sending(store, senders, now).round, every, once=once)
    click.echo(f"sent: {came.sent}; to be tried again: {came.failed}; set aside: {came.set_aside}")
    return NOT_ALL_SENT if once and (came.failed or came.set_aside) else 0


@outbox.command("list")
def list_unsent() -> None:
    """List what was not sent, the oldest first: identifiers and codes, and nobody's name."""
    with _opened(load_settings()) as store:
        unsent = store.deliveries.unsent(MOST_LISTED)
        standing = store.deliveries.standing()
    for channel, each in sorted(standing.items()):
        click.echo(f"{channel}: {each.waiting} waiting, {each.dead} set aside")
    for message in unsent:
        when = "set aside" if message.dead_at else f"next {message.due_at.isoformat(timespec='seconds')}"
        click.echo(
            f"{message.id}  {message.kind}  {message.put_at.isoformat(timespec='seconds')}"
            f"  {message.channel}  tried {message.tries}  {message.because or '-'}  {when}"
        )


@outbox.command()
@click.argument("message_id", metavar="ID")
def retry(message_id: str) -> None:
    """Try the message ID anew at once, by each channel that has not sent it."""
    with _opened(load_settings()) as store:
        tried = store.deliveries.again(message_id, now())
    if not tried:
        raise NotFound("no such message that was not sent")
    click.echo(f"to be tried anew: {tried}")


def senders_of(settings: Settings) -> tuple[Sender, ...]:
    """Everything by which messages are sent. Raises BadInput where nothing is set up."""
    reached_at = settings.sign_in.address if settings.sign_in else ""
    senders: list[Sender] = []
    if settings.sending.webhook is not None:
        senders.append(Webhook(settings.sending.webhook))
    if settings.sending.mail_folder is not None:
        senders.append(MailFolder(settings.sending.mail_folder, reached_at))
    if not senders:
        raise BadInput({f"{URL} or {FOLDER}": "must be set: there is nowhere to send to"})
    return tuple(senders)


def _opened(settings: Settings) -> closing[Store]:
    return closing(open_store(settings.database_url, vault_for(settings)))
