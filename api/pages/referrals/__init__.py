"""Asking about a referral, its text with marks in it, and the words for its recipient."""
