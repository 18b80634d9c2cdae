"""Every kind of page."""

from api.pages.answers.views import answers
from api.pages.assets import assets
from api.pages.entrance.views import entrance
from api.pages.people.views import people

ROOMS = (assets, entrance, people, answers)
