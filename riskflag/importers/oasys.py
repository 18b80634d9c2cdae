"""What every OASys assessment says of the work that came after it."""

from riskflag.importers.fields import Fields

_LATER = (
    "laterWIPAssessmentExists",
    "laterSignLockAssessmentExists",
    "laterPartCompUnsignedAssessmentExists",
    "laterPartCompSignedAssessmentExists",
    "laterCompleteAssessmentExists",
)


def note_later_work(assessment: Fields) -> None:
    """Notes a later assessment that is not here as a gap."""
    for name in _LATER:
        if assessment.yes_or_no(name):
            assessment.lacks(name, "says that there is a later assessment, which is not here")
