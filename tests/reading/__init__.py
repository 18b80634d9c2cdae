"""Tests of reading a referral's free text."""
