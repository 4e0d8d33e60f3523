"""The forms behind the screens; they hang on a viewset, never on a model."""
