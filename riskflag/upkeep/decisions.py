"""``riskflag decisions``: what officers decided on flags, for whoever trains a model on it.

The file names nobody: a case is called by its running number, as the extract to learn from calls it.
"""

import csv
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path

import click

from riskflag.errors import BadInput
from riskflag.importers.case_file import read_case_file
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.decision_labels import Labels
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.records import PersonNumbers
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.files import write_new
from riskflag.upkeep.who import AT_THE_MACHINE

COLUMNS = ("case", "decided_on", "code", "harm_families", "decision")
BETWEEN = " "
"""What stands between the kinds of harm of one flag."""

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
def decisions() -> None:
    """Take out what responsible officers decided."""


@decisions.command("export")
@click.option("--cases", type=_FOLDER, required=True, help="The case files of the extract to learn from.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new file to write it to.")
def export_decisions(cases: Path, out: Path) -> None:
    """Write what was decided on the flags of the people in CASES, by the names of the files alone.

    Of several decisions on one flag of an answer the latest counts. Reasons and names are not in it.
    """
    numbers = dict(_numbers(cases))
    settings = load_settings()
    entry = AuditEntry(now(), AT_THE_MACHINE, Action.DECISIONS_EXPORTED, detail=f"{len(numbers)} cases")
    with closing(open_store(settings.database_url, vault_for(settings))) as store:
        labels = store.decisions.labels(numbers, entry)
    write_new(out, _written(labels), "--out")
    for line in _told(labels):
        click.echo(line)


def _numbers(cases: Path) -> Iterator[tuple[str, PersonNumbers]]:
    """Whose cases these are. Raises BadInput for a folder or a file that cannot be read."""
    try:
        files = sorted(path for path in cases.iterdir() if path.suffix == ".json")
    except OSError:
        raise BadInput({"--cases": "is no folder, or cannot be read"}) from None
    if not files:
        raise BadInput({"--cases": "holds no case file"})
    moment = now()
    for place, file in enumerate(files, start=1):
        if not (file.stem.isascii() and file.stem.isdecimal()):
            raise BadInput({"--cases": f"file {place} must be called by a running number, and by no name"})
        try:
            yield file.name, PersonNumbers.of(read_case_file(file.read_bytes(), moment).dossier.person)
        except (BadInput, OSError):
            raise BadInput({file.name: "is no case file, or cannot be read"}) from None


def _written(labels: Labels) -> str:
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for case, flags in sorted(labels.of_cases.items(), key=lambda item: int(item[0].partition(".")[0])):
        for flag in flags:
            families = BETWEEN.join(flag.harm_families)
            rows.writerow((case, flag.decided_on.isoformat(), flag.code, families, flag.decision.value))
    return text.getvalue()


def _told(labels: Labels) -> Iterator[str]:
    many = sum(map(len, labels.of_cases.values()))
    yield f"{many} decision{'s' if many != 1 else ''} on flags, of {len(labels.of_cases)} cases"
    if labels.unknown:
        yield f"{labels.unknown} more cases are of nobody who is held, or of more than one person"
    if labels.unread:
        yield f"{labels.unread} answers are left out: they, or a decision on them, cannot be read"
