#!/usr/bin/env python3
"""Reads the JSON lines of a race and prints our medians as ratios to each peer's, with the spread over the rounds."""
import json
import statistics
import sys

RACES = [('p1A_operando', ['p1A_C_openmp2', 'p1A_numba', 'p1A_numpy']),
         ('p2_operando', ['p2_sparse', 'p2_opencv']),
         ('p1A_operando_from_file', ['p1A_numba_from_file']),
         ('p2_operando_from_file', ['p2_sparse_from_file']),
         ('p3_operando', ['p3_numpy', 'p3_opencv']),
         ('p3_operando_from_file', ['p3_numpy'])]


def main():
    medians, memory = {}, {}
    with open(sys.argv[1]) as lines:
        for line in lines:
            record = json.loads(line)
            medians.setdefault(record['name'], []).append(record['median_s'])
            if record.get('peak_rss_mb'):
                memory[record['name']] = max(memory.get(record['name'], 0), record['peak_rss_mb'])
    print('| ours | peer | time ours / peer, ratio of medians | over the rounds | peak memory ours / peer, MB |')
    print('|---|---|---|---|---|')
    for ours, peers in RACES:
        for peer in peers:
            if ours not in medians or peer not in medians:
                continue
            a, b = medians[ours], medians[peer]
            rounds = [x / y for x, y in zip(a, b)]
            print('| %s | %s | %.2f | %.2f to %.2f | %s / %s |' % (
                ours, peer, statistics.median(a) / statistics.median(b), min(rounds), max(rounds),
                memory.get(ours, '-'), memory.get(peer, '-')))


main()
