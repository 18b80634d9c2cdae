"""Whether the service is alive and ready, and what it is."""
