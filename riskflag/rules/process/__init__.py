"""Rules about the work itself: allocation, screening, checks, assessments, what systems disagree on."""
