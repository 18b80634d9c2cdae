"""How likely an outcome is: published instruments, and models learned from records.

A score ranks. It never clears anybody, and it never lowers or removes what a rule found.
"""
