"""Queues: commands in and events out as CloudEvents, over one handler that all brokers share."""
