"""Where the models that riskflag serves are trained, checked and published: ``python -m training``.

    people (simulated, or an extract) ──▶ table ──▶ fits ──▶ model ──▶ figures, report, card ──▶ published

Nothing that serves imports this package: it needs the ``training`` extra, the service does not.
"""
