"""What every OASys assessment says of how far it got, and of the work that came after it."""

from riskflag.importers.fields import Fields

_LATER = (
    "laterWIPAssessmentExists",
    "laterSignLockAssessmentExists",
    "laterPartCompUnsignedAssessmentExists",
    "laterPartCompSignedAssessmentExists",
    "laterCompleteAssessmentExists",
)
_DONE = "COMPLETE"


def note_unfinished(assessment: Fields, *names: str) -> None:
    """Notes an assessment that was not finished as a gap. names: the fields that say how far it got"""
    for name in names:
        status = assessment.text_or_none(name)
        if status and status.upper() != _DONE:
            assessment.lacks(name, "says that the assessment was not completed")


def note_later_work(assessment: Fields) -> None:
    """Notes a later assessment that is not here as a gap."""
    for name in _LATER:
        if assessment.yes_or_no(name):
            assessment.lacks(name, "says that there is a later assessment, which is not here")
