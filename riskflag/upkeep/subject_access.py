"""``riskflag subject-access``: one person's own data, for whoever answers their request to see it."""

import json
from pathlib import Path

import click

from riskflag.errors import BadInput, NotFound
from riskflag.importers.numbers import numbers_in
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.records import PersonNumbers
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.files import write_new
from riskflag.upkeep.own_data import Given, given_of
from riskflag.upkeep.who import AT_THE_MACHINE

BEFORE_IT_IS_GIVEN = """\
Left out of the file, and not told in it (to the person even the number can tell something):
{left_out}
The controller decides what of it the Data Protection Act 2018, s.45(4), lets be kept back, and somebody who
knows the case reads the file before it is given to anybody."""


@click.command("subject-access")
@click.argument("person_number")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new file to write it to.")
def subject_access(person_number: str, out: Path) -> None:
    """Write what is held of the person with PERSON_NUMBER and may be given to them; say what is left out."""
    numbers = _numbers(person_number)
    settings = load_settings()
    moment = now()
    store = open_store(settings.database_url, vault_for(settings))
    try:
        held = store.own_data(numbers, AuditEntry(moment, AT_THE_MACHINE, Action.OWN_DATA_EXPORTED))
    finally:
        store.close()
    if held is None:
        raise NotFound("no such person")
    given = given_of(held)
    content = {"made_at": moment.isoformat(), **given.content}
    write_new(out, json.dumps(content, indent=2, ensure_ascii=False) + "\n", "--out")
    click.echo(BEFORE_IT_IS_GIVEN.format(left_out=_listed(given)))


def _numbers(typed: str) -> PersonNumbers:
    try:
        return numbers_in(typed)
    except BadInput:
        raise BadInput({"PERSON_NUMBER": "must be a NOMS number, a CRN or a PNC number"}) from None


def _listed(given: Given) -> str:
    counted = [f"  {many} {kind}" for kind, many in given.left_out.items() if many]
    return "\n".join(counted) or "  nothing"
