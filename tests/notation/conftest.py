"""One authority file and one scanner for the tests of the notation."""

import pytest

from archcite.archives import Authority
from archcite.notation.scanner import Scanner


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    return Scanner(Authority.load())
