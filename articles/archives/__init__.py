"""Stored crawls (WARC files) as a source of pages: read, judged and kept like fetched ones."""
