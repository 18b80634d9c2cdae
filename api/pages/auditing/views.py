"""What auditors read: alerts, who looked at what and why, and whether the audit holds.

What is asked for comes in a form, so that no reference stands in an address. Nobody but readers is named.
"""

import re
from dataclasses import replace

from flask import Blueprint, Response

from api.auth import AUDITOR, actor, policy
from api.pages.auditing.words import (
    ALERTS,
    action_in_words,
    is_refused,
    moment_of,
    role_of,
    troubles,
)
from api.pages.forms import BLANK, Form, sent
from api.pages.problems import Field, sentences
from api.pages.rendering import page
from api.wiring import wired
from riskflag.auditing import MOST_CHECKED, MOST_ENTRIES
from riskflag.errors import BadInput
from riskflag.persistence.audit import Action
from riskflag.persistence.audit_examined import say
from riskflag.persistence.audit_log import AuditPage, AuditQuery
from riskflag.reference.thresholds import PROBING_SLOW_DAYS
from riskflag.schema import schema_for

auditing = Blueprint("auditing", __name__)

QUERY = schema_for(AuditQuery)()
BEFORE, PERSON = "before", "person_id"
FIELDS = {
    "account": Field("Account"),
    "action": Field("What was done", "Choose what was done from the list"),
    PERSON: Field("Person's reference"),
    "first": Field("From"),
    "last": Field("To"),
}
_NUMBER = re.compile(r"[0-9]{1,15}")
_REFERENCE = re.compile(r"[0-9a-f]{32}")
NO_REFERENCE = "must be 32 letters from a to f and digits, as it stands in an entry or an alert"
WRONG_ORDER = "must not be before the first day"
WORDS = {"action": action_in_words, "moment": moment_of, "refused": is_refused, "role": role_of}


@auditing.route("/alerts")
@policy(AUDITOR)
def show_alerts() -> Response:
    """What looks like somebody being searched for"""
    read = wired().service.auditing
    return page(
        "auditing/alerts.html",
        alerts=read.alerts(actor()),
        set_aside=read.set_aside(),
        meanings=ALERTS,
        days=PROBING_SLOW_DAYS.value,
    )


@auditing.route("/audit")
@policy(AUDITOR)
def show_audit() -> Response:
    """Who looked: the newest entries"""
    return _entries(BLANK, AuditQuery())


@auditing.route("/audit", methods=["POST"])
@policy(AUDITOR)
def search_audit() -> Response:
    """Who looked: the entries that a form asks for, page by page"""
    form = sent()
    try:
        query = _query(form)
    except BadInput as refused:
        return _entries(form, None, sentences(refused.problems, FIELDS))
    return _entries(form, query)


@auditing.route("/audit/chain", methods=["POST"])
@policy(AUDITOR)
def check_chain() -> Response:
    """Whether the audit holds, and what is held with it"""
    sent()
    examined = wired().service.auditing.check(actor())
    return page(
        "auditing/chain.html",
        looked=examined is not None,
        most=MOST_CHECKED,
        said=[each[:1].upper() + each[1:] for each in say(examined, None)] if examined else [],
        troubles=tuple(troubles(examined)) if examined else (),
        at=wired().clock(),
    )


def _query(form: Form) -> AuditQuery:
    """What a form asks for. Raises BadInput."""
    problems: dict[str, str] = {}
    person_id = form.values.get(PERSON, "").strip()
    if person_id and not _REFERENCE.fullmatch(person_id):
        problems[PERSON] = NO_REFERENCE
    given = {name: value for name, value in form.given.items() if name != BEFORE}
    try:
        query = replace(form, given=given).load(QUERY)
    except BadInput as refused:
        raise BadInput({**refused.problems, **problems}) from None
    if not isinstance(query, AuditQuery):
        raise BadInput({"form": "is none of this page"})
    if query.first is not None and query.last is not None and query.last < query.first:
        problems["last"] = WRONG_ORDER
    if problems:
        raise BadInput(problems)
    before = form.values.get(BEFORE, "")
    if before and not _NUMBER.fullmatch(before):
        raise BadInput({BEFORE: "must be the one that the page came with"})
    return replace(query, before=int(before) if before else None)


def _entries(form: Form, query: AuditQuery | None, problems: dict[str, str] | None = None) -> Response:
    found = wired().service.auditing.read(query, actor()) if query else AuditPage((), more=False)
    return page(
        "auditing/entries.html",
        422 if problems else 200,
        actions=[(action.value, action_in_words(action.value)) for action in Action],
        found=found,
        form=form,
        most=MOST_ENTRIES,
        older=query is not None and query.before is not None,
        problems=problems or {},
        words=WORDS,
    )
