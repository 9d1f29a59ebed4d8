"""What the lender gives up, or takes off the books and goes on claiming."""
