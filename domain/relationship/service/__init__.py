"""How a customer is served: preferences, tier, stage, priority and satisfaction."""
