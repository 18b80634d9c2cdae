"""Signing in, signing out, and the page that each role begins with."""
