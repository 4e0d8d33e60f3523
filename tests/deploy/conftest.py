from collections.abc import Iterator

import pytest

from tests.deploy.server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running gunicorn with an empty, migrated SQLite database and a fresh index."""
    server = Server(tmp_path_factory.mktemp("gunicorn"))
    server.manage("migrate", "--verbosity", "0")
    server.manage("createcachetable")
    server.manage("searchindex", "build")
    server.start()
    yield server
    server.stop()
