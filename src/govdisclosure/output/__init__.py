"""What a run found, in the formats of other tools: the native one is ``output``."""
