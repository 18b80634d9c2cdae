"""Rules about sexual harm and the notification duties that follow it."""
