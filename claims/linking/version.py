"""The number of this linker: raise it when links get better, and the record is linked anew."""

LINKER_VERSION = 4
