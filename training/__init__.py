"""Trains, checks and publishes the models that riskflag serves, on the same features that serve them.

    Dossier on many dates ──dataset──▶ rows ──labels──▶ outcomes ──split──▶ fit ──calibrate──▶ evaluate
    ──card──▶ what the model is good for, and for whom ──publish──▶ models/<version>/

Nothing that serves imports this package: it needs the ``training`` extra, the service does not.
"""
