"""An application for temporary accommodation (CAS3): ``{"eligibility": {...}, "placement-location": {...}}``.

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
    reading.one(reading.top, partial(referral_of, recipient=RecipientKind.HOUSING_PROVIDER))


SHAPE = Shape(
    name="temporary-accommodation-application",
    title="An application for temporary accommodation (CAS3)",
    recognises=lambda content: has(content, "placement-considerations", "eligibility"),
    read=reads(_read),
    adds_to=frozenset({Source.REFERRALS}),
)
