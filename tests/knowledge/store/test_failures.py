"""What a PostgreSQL server refuses, in words for whoever set this up."""

from __future__ import annotations

import re

import psycopg
import pytest
from sqlalchemy import inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from knowledge.errors import StoreUnusable
from knowledge.store.database import Database
from knowledge.store.failures import in_words
from tests.databases import writing


def test_a_database_that_cannot_hold_every_letter_is_refused_before_it_holds_anything(oddly_encoded_url: str) -> None:
    database = Database(oddly_encoded_url)
    assert not database.is_current()
    with pytest.raises(StoreUnusable, match=r"encoding (LATIN1|SQL_ASCII), .* Create one with ENCODING 'UTF8'"):
        database.migrate()
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()


def test_a_letter_that_an_older_database_does_not_hold_is_said_in_words(postgres_url: str) -> None:
    database = Database(postgres_url)
    with pytest.raises(StoreUnusable, match="move the store there: practice copy --to"):
        database.read(lambda session: session.execute(text("SELECT convert_to('\u0175', 'LATIN1')")))
    database.close()


def test_a_user_whom_the_server_does_not_know_is_told_to_check_the_login(postgres_server: str) -> None:
    address = make_url(postgres_server).set(username="nobody").render_as_string(hide_password=False)
    database = Database(address)
    with pytest.raises(StoreUnusable, match=r"refused the login\. Check the user and the password"):
        database.is_current()
    database.close()


@pytest.mark.parametrize(
    ("said", "mend"),
    [
        ('FATAL:  password authentication failed for user "app"', "Check the user and the password in DATABASE_URL"),
        ("fe_sendauth: no password supplied", "Check the user and the password in DATABASE_URL"),
        ('FATAL:  no pg_hba.conf entry for host "192.0.2.1", user "app", no encryption', r"pg_hba\.conf"),
        ("FATAL:  sorry, too many clients already", "Allow more, or run fewer processes"),
        ("FATAL:  remaining connection slots are reserved for roles", "Allow more, or run fewer processes"),
        ("Connection refused", "host and port"),
    ],
)
def test_what_a_server_says_as_it_lets_nobody_in_is_told_apart_from_one_that_is_not_there(said: str, mend: str) -> None:
    refused = OperationalError(None, None, psycopg.OperationalError(f'connection to server at "h" failed: {said}'))
    assert re.search(mend, str(in_words(refused, "practice at h", "DATABASE_URL")))


def test_a_user_who_may_make_no_tables_is_told_what_they_lack(postgres_url: str) -> None:
    database = Database(postgres_url)
    with writing(database) as session:
        session.execute(text("SET LOCAL ROLE pg_read_all_data"))
        with pytest.raises(StoreUnusable, match="Make them the owner"), database.in_words():
            session.execute(text("CREATE TABLE made (number INTEGER)"))
        session.rollback()
    database.close()
