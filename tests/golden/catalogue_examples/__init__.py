"""The two examples that the catalogue of rules gives for each rule, as cases that run."""
