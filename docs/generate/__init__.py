"""What is written from the classes, rules and metrics: ``python -m docs.generate``."""
