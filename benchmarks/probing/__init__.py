"""Campaigns to find somebody, hidden in a year of invented staff's ordinary enquiries, all put to the judge.

    python -m benchmarks.probing

Everything is invented and drawn from a seed: towns, streets, staff, the people whose release they plan, and
those among the staff who seek somebody. What it shows is how the judge does on this invention. Nobody has
counted how often real staff ask, so the false alerts say more about the shape of the trade-off than about any
prison.
"""
