"""tantivy's errors as ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import EngineUnavailable


@contextmanager
def index_errors() -> Iterator[None]:
    """Turn whatever a missing or damaged index, or a full disk, raises into EngineUnavailable.

    Damage shows as ValueError or OSError, or as a panic of the Rust code, which arrives as a
    BaseException of a class that cannot be imported.
    """
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise EngineUnavailable(f"the index cannot be used ({type(error).__name__})") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineUnavailable("the index is damaged") from error
