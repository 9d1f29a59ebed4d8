"""What is owed beside interest: fees, and the penalty rate on what was misused."""
