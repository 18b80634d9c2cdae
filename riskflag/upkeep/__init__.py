"""What whoever runs the service does at its machine: keys, the audit, sealing anew, a person's own data."""
