"""Documents and expected verdicts as data, for any language; Python and node hold to them."""
