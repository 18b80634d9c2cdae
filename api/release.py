"""Which release of riskflag this is."""

from importlib.metadata import PackageNotFoundError, version

NOT_INSTALLED = "not installed"


def release() -> str:
    """The version that was installed; says so where it runs from a checkout that was not."""
    try:
        return version("riskflag")
    except PackageNotFoundError:
        return NOT_INSTALLED
