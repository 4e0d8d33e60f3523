"""Measurements that can be repeated; `python -m benchmarks.<name>` uses settings of its own."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
