"""Reads XML as a stream, an element at a time, without entities and without network."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree


def find_elements(body: bytes, tag: str, *, recover: bool = False) -> Iterator[etree._Element]:
    """Each element as soon as it is read; it is emptied afterwards, so that a long document stays small.

    With `recover` broken XML is read on; without it lxml raises XMLSyntaxError.
    """
    stream = etree.iterparse(
        BytesIO(body),
        events=("end",),
        tag=tag,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=recover,
    )
    for _, element in stream:
        yield element
        element.clear()
