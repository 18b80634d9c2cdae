"""Asking about a proposed address, what was asked before, and agreeing that more is asked."""
