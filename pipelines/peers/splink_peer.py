#!/usr/bin/env python3
"""Matches and clusters a file of persons with PyPI splink on DuckDB, for a comparison as a whole process.

    /usr/bin/time -v python3 splink_peer.py RECORDS.csv CLUSTERS.csv

The file has the columns record_id, first_name, last_name, dob, phone, email, street, city and postcode.
Reads, trains, predicts, clusters at 0.95 and writes record_id and cluster_id. Prints one JSON object.
"""
import json
import logging
import sys
import time

import duckdb
import splink
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

TEXTS = ["first_name", "last_name", "dob", "email", "street", "city", "postcode"]


def records(database, path):
    """The table of records, in small letters; phones by their last ten digits."""
    columns = ", ".join(f"nullif(lower(trim({name})), '') as {name}" for name in TEXTS)
    database.execute(
        f"create table people as select record_id, {columns}, "
        "nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 10), '') as phone "
        f"from read_csv('{path}', header = true, all_varchar = true, nullstr = '')"
    )
    return database.table("people")


def settings():
    def by_frequency(comparison):
        return comparison.configure(term_frequency_adjustments=True)

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
        comparisons=[
            by_frequency(comparisons.NameComparison("first_name")),
            by_frequency(comparisons.NameComparison("last_name")),
            comparisons.DateOfBirthComparison(
                "dob", input_is_string=True, invalid_dates_as_null=True
            ),
            by_frequency(comparisons.DamerauLevenshteinAtThresholds("phone", [1, 2])),
            by_frequency(comparisons.EmailComparison("email")),
            by_frequency(comparisons.JaroWinklerAtThresholds("street", [0.92])),
            by_frequency(comparisons.ExactMatch("postcode")),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("phone"),
            block_on("email"),
            block_on("last_name", "dob"),
            block_on("first_name", "dob"),
            block_on("first_name", "postcode"),
            block_on("last_name", "postcode"),
            block_on("first_name", "street"),
            block_on("dob", "postcode"),
            block_on("first_name", "last_name", "city"),
        ],
    )


def main():
    source, target = sys.argv[1:]
    logging.getLogger("splink").setLevel(logging.ERROR)
    start = time.perf_counter()
    database = duckdb.connect()
    database.execute("set enable_progress_bar = false")
    table = records(database, source)
    linker = Linker(DuckDBAPI(connection=database).register(table), settings(), log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("first_name", "last_name", "dob"), block_on("email")], recall=0.8
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in [block_on("first_name", "last_name"), block_on("phone"), block_on("dob", "postcode")]:
        training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    pairs = linker.inference.predict(threshold_match_probability=0.95)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=0.95
    )
    database.execute(
        f"copy (select record_id, cluster_id from {clusters.physical_name}) to '{target}' (header)"
    )
    count = database.sql("select count(*) from people").fetchall()[0][0]
    seconds = time.perf_counter() - start
    print(json.dumps({"version": splink.__version__, "values": count, "seconds": seconds}))


main()
