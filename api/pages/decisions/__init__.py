"""What waits for a responsible officer's decision, and recording one."""
