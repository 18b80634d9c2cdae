"""Asking again what stands, of one person or of everybody, and telling what is news.

What is kept of each is short and sealed. Only where an officer must know of a change is an answer stored, as
if somebody had asked, with its audit entry and one message.
"""

from riskflag.screening.people import Because, Screened, Screening, Tally
from riskflag.screening.runs import EVERYBODY, Runs

__all__ = ["EVERYBODY", "Because", "Runs", "Screened", "Screening", "Tally"]
