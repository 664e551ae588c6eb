"""What stands around the package: what other programs read of it, its pages and addresses."""
