"""Forms that are sent twice are done once. Each is given a name of its own when it is shown."""

import re
from hashlib import sha256
from uuid import uuid4

from flask import request

from api.auth import actor
from api.pages.forms import OURS, Form
from riskflag.errors import BadInput
from riskflag.persistence.repeating import Once

FIELD = "once"
_NAME = re.compile(r"[0-9a-f]{32}")


def new_name() -> str:
    """A name for a form that is about to be shown."""
    return uuid4().hex


def once(form: Form) -> Once:
    """What makes this form come to the same when it is sent again as it was. Filled in otherwise it is
    another, even where somebody went back to it. Raises BadInput for a form without a name."""
    name = form.values.get(FIELD, "")
    if not _NAME.fullmatch(name):
        raise BadInput({FIELD: "must be the one that the form came with"})
    filled = "\n".join(f"{field}={value}" for field, value in request.form.items(multi=True) if field != OURS)
    asked = "\n".join((request.method, request.path, filled))
    return Once(actor().name, sha256(asked.encode()).hexdigest(), asked)
