"""Rules about a referral itself: what it says and leaves out, where it leads, whether it arrived."""
