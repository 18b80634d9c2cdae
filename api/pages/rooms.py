"""Every kind of page."""

from api.pages.answers.views import answers
from api.pages.assets import assets
from api.pages.auditing.views import auditing
from api.pages.decisions.views import decisions
from api.pages.enquiries.views import enquiries
from api.pages.entrance.views import entrance
from api.pages.models.views import models
from api.pages.people.views import people
from api.pages.referrals.statement import statements
from api.pages.referrals.views import referrals
from api.pages.rules.views import rules

ROOMS = (
    assets,
    entrance,
    models,
    auditing,
    people,
    enquiries,
    referrals,
    statements,
    answers,
    decisions,
    rules,
)
