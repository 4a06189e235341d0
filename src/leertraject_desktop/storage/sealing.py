"""Small cryptographic steps with one purpose each: derive, seal to a public key, and open again.

Everything comes from `cryptography`. A sealed text can be made with the public key alone, so that a new
database key reaches every gebruiker without anybody's passphrase.
"""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
# Each key below is used for one message only, so a fixed nonce never repeats under a key.
ONE_TIME = bytes(12)


class Refused(ValueError):
    """A key does not open this, or it was changed."""


def subkey(key: bytes, purpose: str, *, salt: bytes = b"") -> bytes:
    """A key of 32 bytes for one purpose, derived from another key by HKDF-SHA256."""
    info = b"leertraject:" + purpose.encode()
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt or None, info=info).derive(key)


def mac(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.digest(key, message, "sha256")


def same(left: bytes, right: bytes) -> bool:
    """Whether two codes are equal, without telling by the time it takes."""
    return hmac.compare_digest(left, right)


def new_pair() -> tuple[bytes, bytes]:
    """A new X25519 key pair: the private and the public key, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def encrypt(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    """ChaCha20-Poly1305; `bound` is not secret but must be the same when it is opened."""
    return ChaCha20Poly1305(key).encrypt(nonce, text, bound)


def decrypt(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    """The text again. Raises Refused when the key is another one or anything was changed."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, text, bound)
    except (InvalidTag, ValueError) as error:
        raise Refused("does not open") from error


def seal(public: bytes, text: bytes, bound: bytes) -> bytes:
    """Text that only the holder of the private key can open."""
    passing = X25519PrivateKey.generate()
    mine = passing.public_key().public_bytes_raw()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public))
    key = subkey(shared, "verzegeld", salt=mine + public)
    return mine + encrypt(key, ONE_TIME, text, bound)


def unseal(private: bytes, sealed: bytes, bound: bytes) -> bytes:
    """What was sealed to the public key of this private key. Raises Refused otherwise."""
    try:
        holder = X25519PrivateKey.from_private_bytes(private)
        shared = holder.exchange(X25519PublicKey.from_public_bytes(sealed[:KEY_BYTES]))
    except ValueError as error:
        raise Refused("not sealed") from error
    key = subkey(shared, "verzegeld", salt=sealed[:KEY_BYTES] + holder.public_key().public_bytes_raw())
    return decrypt(key, ONE_TIME, sealed[KEY_BYTES:], bound)
