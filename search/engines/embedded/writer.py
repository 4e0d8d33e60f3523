"""Writing to the index: one writer at a time, complete generations, nothing left behind."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

import tantivy

from search.documents import Document
from search.engines.base import EngineUnavailable
from search.engines.embedded.errors import index_errors
from search.engines.embedded.reader import META, readable
from search.engines.embedded.schema import (
    ID,
    build_schema,
    manifest,
    register_tokenizer,
    to_tantivy,
)
from search.generations import Generations, Manifest

_UPDATE_HEAP = 30_000_000
_REBUILD_HEAP = 120_000_000  # what bounds the memory of a rebuild, whatever the number of documents


def build(generations: Generations, documents: Iterable[Document]) -> tuple[Path, int]:
    """Fill a new generation and return it, not yet current. The caller holds the build lock.

    Raises:
        EngineUnavailable: it cannot be written, as on a full disk. What `documents` raises goes on.
    """
    with index_errors():
        path = generations.start()
    depends_on = manifest()  # as it is now: lists that change during the build make it stale
    try:
        with index_errors():
            index = register_tokenizer(tantivy.Index(build_schema(), path=str(path)))
            writer = index.writer(heap_size=_REBUILD_HEAP, num_threads=1)
        count = 0
        for document in documents:
            converted = to_tantivy(document)
            with index_errors():
                writer.add_document(converted)
            count += 1
        with index_errors():
            writer.commit()
            writer.wait_merging_threads()
            depends_on.write(path)
            _share(path)
    except BaseException:
        generations.discard(path)
        raise
    return path, count


def change(generations: Generations, documents: Iterable[Document], gone: Iterable[str]) -> None:
    """Replace `documents` and remove the ids `gone`, in one commit. The caller holds the lock.

    Raises:
        EngineUnavailable: there is no index, or one with other fields: rebuild instead. One that is
            stale for its words or begrippen only takes changes until the rebuild.
    """
    path = generations.current()
    built = None if path is None else Manifest.read(path)
    if path is None or built is None or not readable(built):
        raise EngineUnavailable("there is no index of this version to change")
    with index_errors():
        # Opened anew each time: an Index that several writers keep open leaves orphaned files.
        index = register_tokenizer(tantivy.Index.open(str(path)))
        writer = index.writer(heap_size=_UPDATE_HEAP, num_threads=1)
        for id in gone:
            writer.delete_documents_by_term(ID, id)
        for document in documents:
            # By the raw text id: deleting by a number deletes nothing, without a word.
            writer.delete_documents_by_term(ID, document.id)
            writer.add_document(to_tantivy(document))
        writer.commit()
        writer.wait_merging_threads()
        _share(path)


def _share(generation: Path) -> None:
    """Let whoever may read the segments read meta.json too; tantivy makes it private (0600)."""
    for name in (META, ".managed.json"):
        path = generation / name
        if path.exists():
            os.chmod(path, stat.S_IMODE(os.stat(generation).st_mode) & 0o666)
