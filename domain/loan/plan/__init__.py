"""Plans of repayment."""
