"""One file a rule, and nothing else. Folders are harm families."""
