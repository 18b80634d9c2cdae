"""Alerts, who looked, and whether the audit holds: for auditors."""
