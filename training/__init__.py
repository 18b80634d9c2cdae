"""Where the models that riskflag will serve are trained, checked and published. Nothing is trained here yet.

Nothing that serves imports this package: it needs the ``training`` extra, the service does not.
"""
