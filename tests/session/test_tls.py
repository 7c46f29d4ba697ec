"""Whom a connection trusts."""

import ssl

from viewer.session.tls import tls_context


def test_certificates_and_the_names_in_them_are_checked() -> None:
    context = tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.cert_store_stats()["x509_ca"] > 0
    assert tls_context() is context
