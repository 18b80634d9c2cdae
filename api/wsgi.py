"""What a WSGI server imports: ``api.wsgi:app``, made from the settings in the environment."""

from api.app import create_app
from api.logs import configure_logs
from api.process import keep_to_itself, refuse_root
from riskflag.service import settle
from riskflag.settings import load_settings

keep_to_itself()
configure_logs()
settings = load_settings(serving=True)
refuse_root(settings)
app = create_app(settings)
settle()
