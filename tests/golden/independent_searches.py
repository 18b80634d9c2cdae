"""Addresses that staff asked about before, round the home of a woman whom an order protects."""

from tests.golden.independent import EX, FAR, Json, case, order, term

_BARRED = [order("restraining_order", [EX], term("no_contact", "not to contact Beth Corrie"))]
_HERS: Json = {**FAR, "text": "31 Quay Street, Fernhill, ZZ1 4QD", "postcode": "ZZ1 4QD",
               "point": {"easting": 402000, "northing": 301500, "precision_metres": 10}}  # fmt: skip
GUARDED = {
    "protective_orders": _BARRED,
    "protected_places": [{"who": EX, "address": _HERS, "verified_on": "2026-11-01"}],
}


def before(number: int, day: str, postcode: str = "ZZ1 4AA", east: int = 401000, **more: object) -> Json:
    """An address that staff asked about on that day, four streets away in the same postcode sector."""
    point = {"easting": east, "northing": 300000, "precision_metres": 10}
    where = {"text": f"{number} Mill Row, Fernhill, {postcode}", "postcode": postcode, "point": point}
    asked: Json = {"address": where, "asked_at": f"{day}T09:00:00+00:00", "asked_role": "resettlement_staff"}
    return {**asked, "stopped": False, "stop_shown": False, **more}


def again(*earlier: Json, **more: object) -> Json:
    """His own quiet enquiry, after these."""
    return {**case(**Json({**GUARDED, **more})), "asked_before": list(earlier)}
