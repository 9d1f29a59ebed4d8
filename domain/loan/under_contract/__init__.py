"""A loan note under a contract: agreed and paid out in one go by a drawdown, and undone with it."""
