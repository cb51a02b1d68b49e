"""The demo newsroom: three fictional outlets on loopback, so that a newcomer's first page is alive."""
