"""How well search orders real entries for judged queries."""
