"""A file of any sort that records arrive in: a case file, or a payload of one of the known shapes."""

from datetime import datetime

from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.importers.intake import Intake, parsed, read_content

CASE_FILE_FIELD = "format"
"""Every case file says of what format it is. No payload has such a field at its top."""


def read_arrival(
    content: bytes, now: datetime, taken_at: datetime | None = None, named: str | None = None
) -> CaseFile | Intake:
    """What the file holds. Raises BadInput, which repeats nothing of it.

    now: the moment of import, with its offset from UTC
    taken_at: when a payload was taken from its source system; None where nobody says, so that it may only be
        reported on, as if it was taken now
    named: the name of the payload's shape, where it is known; a file for which one is given is a payload
    """
    if named is None and _may_be_case_file(content):
        return read_case_file(content, now)
    return read_content(parsed(content), taken_at or now, named)


def _may_be_case_file(content: bytes) -> bool:
    """Whether it says that it is a case file, or is nothing at all that can be read."""
    try:
        held = parsed(content)
    except BadInput:
        return True
    return isinstance(held, dict) and CASE_FILE_FIELD in held
