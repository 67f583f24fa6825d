"""What counts as an address, in library files and in forms alike."""

from __future__ import annotations

import pytest

from knowledge.domain.addresses import is_email_address, is_web_address, leads_somewhere, meant_by


@pytest.mark.parametrize("url", ["https://www.example.gov.uk/page", "HTTP://example.org"])
def test_an_address_with_a_host_is_a_web_address(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "www.example.gov.uk",
        "https://",
        "ftp://example.org",
        "https://[broken",
        "https://example.org/a|b",
        "https://a b.org",
    ],
)
def test_what_leads_nowhere_or_breaks_out_of_a_link_is_none(url: str) -> None:
    assert not is_web_address(url)


def test_only_https_is_secure() -> None:
    assert leads_somewhere("https://example.org", secure=True)
    assert not leads_somewhere("http://example.org", secure=True)


def test_an_address_without_https_is_what_was_meant() -> None:
    assert meant_by("www.example.gov.uk/a") == "https://www.example.gov.uk/a"
    assert meant_by("see our page") == "https://www.example.gov.uk/page"


def test_one_address_and_no_more_is_an_email_address() -> None:
    assert is_email_address("ada@council.gov.uk")
    assert not any(map(is_email_address, ("ada@council", "ada@council.gov.uk, ben@council.gov.uk", "@council.gov.uk")))
