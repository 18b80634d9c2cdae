"""An application for approved premises (CAS1): ``{"type-of-ap": {...}, "basic-information": {...}}``.

Elements: the application, every answer of which is in the text of one referral.
"""

from functools import partial

from riskflag.importers.housing_applications import referral_of
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import RecipientKind
from riskflag.vocabulary import Source


def _read(reading: Reading) -> None:
    reading.one(reading.top, partial(referral_of, recipient=RecipientKind.APPROVED_PREMISES))


SHAPE = Shape(
    name="approved-premises-application",
    title="An application for approved premises (CAS1)",
    recognises=lambda content: has(content, "type-of-ap", "basic-information"),
    read=reads(_read),
    adds_to=frozenset({Source.REFERRALS}),
)
