"""Every kind of page."""

from api.pages.assets import assets
from api.pages.entrance.views import entrance

ROOMS = (assets, entrance)
