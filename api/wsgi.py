"""What a WSGI server imports: ``api.wsgi:app``, made from the settings in the environment."""

from api.app import create_app
from api.logs import configure_logs
from riskflag.service import settle

configure_logs()
app = create_app()
settle()
