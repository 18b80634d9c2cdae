"""What other systems say that changed."""
