"""Files in, voorzieningen out: read and validate, merge with what people changed, publish."""
