"""Events: other systems say that somebody changed, and whoever that is will be looked at again."""

from http import HTTPStatus

from api.auth import RECORD_FEED, actor, policy
from api.events.schemas import HEARD, SENT_EVENT, SentEvent
from api.section import Section
from api.wiring import wired
from riskflag.hearing import Heard
from riskflag.importers.domain_events import read_event

events = Section("events", "What other systems say that changed.")


@events.route("/events", methods=["POST"])
@policy(RECORD_FEED)
@events.arguments(SENT_EVENT)
@events.response(HTTPStatus.ACCEPTED, HEARD, description="taken, and what came of it")
def hear_event(sent: SentEvent) -> Heard:
    """Say that somebody changed

    One event as HMPPS publishes it: bare, in the envelope of a notification (SNS), or that in one of a queue
    (SQS). Whoever it means is put into the queue of those who are looked at again, once however often it
    comes; it says nothing of what changed, so send the records too. One of a type that is not known is taken
    as being about anything. One about nobody who is held is not known again when it comes later. That
    somebody was sought is recorded.
    """
    return wired().service.hearing.hear((read_event(sent.document),), actor())
