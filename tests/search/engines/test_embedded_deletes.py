"""Files that an earlier commit left behind are no damage when they go."""

import json
from pathlib import Path

from search.engines.embedded import EmbeddedEngine
from search.generations import Generations
from search.query import SearchQuery
from tests.search.engines.documents import made


def test_the_deletes_of_an_earlier_commit_may_go_while_a_reader_is_open(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path)
    engine.rebuild([made("Eetcafé"), made("Boodschappendienst"), made("Wandelgroep")])
    generation = Generations(tmp_path).current()
    assert generation is not None
    meta = json.loads((generation / "meta.json").read_text(encoding="utf-8"))
    prefix = meta["segments"][0]["segment_id"].replace("-", "")
    earlier = generation / f"{prefix}.1.del"
    earlier.write_bytes(b"of a commit that is no more")
    assert engine.search(SearchQuery()).total == 3

    earlier.unlink()

    assert engine.search(SearchQuery()).total == 3
