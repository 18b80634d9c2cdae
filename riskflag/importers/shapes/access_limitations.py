"""Who may not see a case, and who alone may, as probation gives it. The whole payload is one element."""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import AccessLimitation
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem, Visibility

_LISTS = ("excludedFrom", "restrictedTo")


def _read(reading: Reading) -> None:
    reading.one(reading.top, _limits)


def _limits(limits: Fields) -> AccessLimitation:
    """A list that is null names nobody, and does not say that there is nobody to name."""
    excluded = tuple(each.text("email") for each in limits.items("excludedFrom"))
    restricted_to = tuple(each.text("email") for each in limits.items("restrictedTo"))
    kept_to = bool(restricted_to) or limits.has("restrictionMessage")
    untold = not all(limits.has(name) for name in _LISTS)
    return AccessLimitation(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId("limits"),
        recorded_on=limits.taken_on,
        visibility=Visibility.PROTECTED,
        limited=untold or kept_to or bool(excluded) or limits.has("exclusionMessage"),
        excluded=excluded,
        restricted=kept_to or (False if limits.has("restrictedTo") else None),
        restricted_to=restricted_to,
    )


SHAPE = Shape(
    name="access-limitations",
    title="Who may not see a case, and who alone may",
    recognises=lambda content: has(content, *_LISTS),
    read=reads(_read),
    adds_to=frozenset({Source.ALLOCATION}),
)
