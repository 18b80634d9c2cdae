"""Dated reference data with its source: what each code, order, condition, authority and threshold means."""
