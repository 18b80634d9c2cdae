"""Every kind of page."""

from api.pages.answers.views import answers
from api.pages.assets import assets
from api.pages.decisions.views import decisions
from api.pages.entrance.views import entrance
from api.pages.models.views import models
from api.pages.people.views import people

ROOMS = (assets, entrance, models, people, answers, decisions)
