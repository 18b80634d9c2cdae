"""What a referral's free text says: which risks, which things it should not say, and how surely.

Pure and without names of its own: every reading carries the words it relied on and where they stand, so that
a person can check it. In doubt a reading is UNSURE, because a risk wrongly read as stated would hide that it
was left out.
"""
