"""This API, described for people and for programs."""
