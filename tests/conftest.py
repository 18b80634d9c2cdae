"""What every test shares: the same invented examples on every run, and no verdict from a stopwatch."""

from hypothesis import settings

settings.register_profile("riskflag", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("riskflag")
