"""One file a source shape, each with its ``SHAPE``; found, not listed."""
