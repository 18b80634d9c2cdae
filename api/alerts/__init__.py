"""What the auditor must look at."""
