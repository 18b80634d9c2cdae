"""Readers of what comes from outside, one file per source shape."""
