"""Upkeep: looking after an instance: examining it, backing it up, forgetting what has served its time."""
