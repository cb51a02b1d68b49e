"""Runs every benchmark, prints its ratio and writes build/bench.json."""

import json
from pathlib import Path

from bench.browsing import (
    actor_million_vs_ten_thousand,
    actors_million_vs_ten_thousand,
    article_million_vs_ten_thousand,
    claim_million_vs_ten_thousand,
    claims_million_vs_ten_thousand,
    compare_million_vs_ten_thousand,
    explore_million_vs_ten_thousand,
    explore_vs_datasette,
    today_million_vs_ten_thousand,
)
from bench.linking import linking_million_vs_ten_thousand, linking_queries_at_a_million
from bench.parsing import parser_linearity, parser_vs_trafilatura, parser_vs_trafilatura_slowest
from bench.reading import reader_linearity, reader_vs_spacy, reader_vs_spacy_dense

BENCHMARKS = (
    reader_vs_spacy,
    reader_vs_spacy_dense,
    reader_linearity,
    parser_vs_trafilatura,
    parser_vs_trafilatura_slowest,
    parser_linearity,
    linking_million_vs_ten_thousand,
    linking_queries_at_a_million,
    today_million_vs_ten_thousand,
    claims_million_vs_ten_thousand,
    claim_million_vs_ten_thousand,
    actors_million_vs_ten_thousand,
    actor_million_vs_ten_thousand,
    article_million_vs_ten_thousand,
    compare_million_vs_ten_thousand,
    explore_million_vs_ten_thousand,
    explore_vs_datasette,
)
RESULTS = Path("build") / "bench.json"


def main() -> None:
    """Print one line for each benchmark: its ratio and what it compares."""
    ratios = {}
    for benchmark in BENCHMARKS:
        ratios[benchmark.__name__] = round(benchmark(), 2)
        meaning = (benchmark.__doc__ or "").strip()
        print(f"{ratios[benchmark.__name__]:6.2f}  {benchmark.__name__}: {meaning}", flush=True)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(ratios, indent=2) + "\n")


if __name__ == "__main__":
    main()
