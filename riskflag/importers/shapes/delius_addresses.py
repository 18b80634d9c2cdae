"""The addresses of a probation case without the person: ``{"contactDetails": {"addresses": [...]}}``.

Elements: every address, and every note on one.
"""

from riskflag.importers.delius_addresses import ADDS_TO, read_delius_address
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape


def _read(reading: Reading) -> None:
    for address in reading.top.inside("contactDetails").listed("addresses"):
        read_delius_address(reading, address)


def _recognises(content: object) -> bool:
    """Addresses and nothing besides: what is left of a person's whole entry must not pass for them."""
    return (
        isinstance(content, dict)
        and set(content) == {"contactDetails"}
        and has(content["contactDetails"], "addresses")
    )


SHAPE = Shape(
    name="delius-addresses",
    title="The addresses of a probation case",
    recognises=_recognises,
    read=reads(_read),
    adds_to=ADDS_TO,
)
