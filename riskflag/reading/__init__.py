"""What a referral's free text says: which risks, which things it should not say, and how surely.

    text --reader.read_risks--------> Reading(theme, stance, words, start, end)...
    text --reader.read_disclosures--> the same, of what a referral should not say
    Reading... --reader.stances-----> one stance a theme
    text, names --identity----------> where a known name stands, and what looks like an address

Pure and without names of its own: every reading carries the words it relied on and where they stand, so that
a person can check it. In doubt a reading is UNSURE, because a risk wrongly read as stated would hide that it
was left out. `benchmarks/reading_quality.py` measures it on the labelled texts.

The other modules serve the reader: `words` takes a text apart, `spelling` puts slips right, `phrases` and
`lists` find what the data files list, `answers` reads forms, and `context` what denies or hedges a term.
"""
