"""Making, opening and closing the encrypted database."""

import socket

import pytest


def test_a_fresh_database_opens_as_its_beheerder(store):
    assert store.wie.naam == "An Bogaert"
    assert store.wie.gevangenis == "BRG"


def test_no_test_reaches_the_network():
    with pytest.raises(PermissionError):
        socket.create_connection(("127.0.0.1", 9))
    socket.socket(socket.AF_UNIX).close()
