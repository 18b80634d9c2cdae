"""What waits for a responsible officer's decision."""

from flask import Blueprint, Response

from api.auth import OFFICER, actor, policy
from api.pages.decisions.waiting import waiting
from api.pages.rendering import page
from api.wiring import wired
from riskflag.dossier import LONDON

decisions = Blueprint("decisions", __name__)


@decisions.route("/decisions")
@policy(OFFICER)
def show_caseload() -> Response:
    """What waits for this officer's decision, the soonest release first"""
    today = wired().clock().astimezone(LONDON).date()
    awaited = wired().service.caseload.awaiting_decision(actor())
    return page("decisions/list.html", waiting=[waiting(each, today) for each in awaited])
