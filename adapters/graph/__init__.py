"""The graph of relations: who hangs together with a customer, found in the moment of deciding."""
