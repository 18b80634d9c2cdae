"""Who somebody is, as several systems write it."""

from riskflag.records import Sex

_SEXES = {"m": Sex.MALE, "male": Sex.MALE, "f": Sex.FEMALE, "female": Sex.FEMALE}


def sex_of(written: object) -> Sex:
    """Sex as recorded; not known where it is written in any other way."""
    return _SEXES.get(written.strip().lower(), Sex.NOT_KNOWN) if isinstance(written, str) else Sex.NOT_KNOWN
