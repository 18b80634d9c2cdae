"""How the service bears many who ask at once: see ``__main__``."""
