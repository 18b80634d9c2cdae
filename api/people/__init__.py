"""People: their records in, and enquiries about a proposed address or a referral."""
