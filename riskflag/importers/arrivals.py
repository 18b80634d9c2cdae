"""A file of any sort that records arrive in: a case file, or a payload of one of the known shapes."""

from datetime import datetime

from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.importers.intake import Intake, parsed, read_content

CASE_FILE_FIELD = "format"
"""Every case file says of what format it is. No payload has such a field at its top."""


def read_arrival(content: bytes, received_at: datetime, named: str | None = None) -> CaseFile | Intake:
    """What the file holds. Raises BadInput, which repeats nothing of it.

    received_at: the moment of import, with its offset from UTC
    named: the name of the payload's shape, where it is known; a file for which one is given is a payload
    """
    if named is None and _may_be_case_file(content):
        return read_case_file(content, received_at)
    return read_content(parsed(content), received_at, named)


def _may_be_case_file(content: bytes) -> bool:
    """Whether it says that it is a case file, or is nothing at all that can be read."""
    try:
        held = parsed(content)
    except BadInput:
        return True
    return isinstance(held, dict) and CASE_FILE_FIELD in held
