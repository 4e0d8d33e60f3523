"""Other words for what somebody types: a table that editors change, applied to each question."""
