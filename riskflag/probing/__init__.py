"""Who asks too much: whether the next enquiry may be answered, and what the auditor is told of it.

    Address                 --place.place_of-->    Place            (what is kept of an address asked about)
    Enquiry, person, actor  -------------------->  AskedPlace       (one enquiry, as it is counted)
    AskedPlace, Past        --judge.judge------->  Judgement(pace, alerts)

Enough answers about addresses find somebody. So the addresses asked about are counted for each person, over
everybody who asks, and their order and lie are looked at. Two things come of it. The pace: beyond a hard cap
another responsible officer must agree first. And alerts, which only the auditor sees: whoever asks gets the
same answer with an alert as without it.

All of it is worked out from enquiries alone. Nothing here may read a record, so neither pace nor alert can
depend on anything protected, and the import contract keeps it so. Every detector is monotone: one enquiry
more never takes an alert away, so that nobody hides a search by asking more.
"""
