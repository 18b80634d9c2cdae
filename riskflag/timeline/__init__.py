"""A person's record over time, as an officer sees it: custody, convictions, orders, breaches, domestic abuse.

Pure. Every record of these kinds has a line in words, whether or not it has a date; the picture that is drawn
of it holds nothing that the lines do not. A lane whose source cannot be relied on says so.
"""

from riskflag.timeline.entries import Entry
from riskflag.timeline.made import LANES, Lane, Timeline, timeline

__all__ = ["LANES", "Entry", "Lane", "Timeline", "timeline"]
