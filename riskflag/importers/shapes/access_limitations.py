"""Who may not see a case, and who alone may, as probation gives it. The whole payload is one element.

It does not say on whose caseload the case is, so it is not all that decides who may see it.
"""

from riskflag.importers.access import CASELOAD, EXCLUDED, RESTRICTED, read_limits
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.vocabulary import Source


def _read(reading: Reading) -> None:
    reading.one(reading.top, read_limits)


SHAPE = Shape(
    name="access-limitations",
    title="Who may not see a case, and who alone may",
    recognises=lambda content: has(content, EXCLUDED, RESTRICTED) and not has(content, CASELOAD),
    read=reads(_read),
    adds_to=frozenset({Source.ACCESS_LIMITS}),
)
