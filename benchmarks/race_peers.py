#!/usr/bin/env python3
"""Runs the fast peers of one race, once, as their own scripts define them: the slow ones take minutes.

usage: race_peers.py p1|p2|p3|p1_file|p2_file FOLDER     (FOLDER holds the peers' scripts and their work folder)
One JSON line per peer: median, min and max of wall time, median of CPU time, peak resident memory until then.
"""
import json
import os
import resource
import statistics
import sys
import time

REPETITIONS = 9


def run(name, work, checksum, repetitions=REPETITIONS):
    result = work()
    wall, cpu = [], []
    for _ in range(repetitions):
        w, c = time.perf_counter(), time.process_time()
        result = work()
        wall.append(time.perf_counter() - w)
        cpu.append(time.process_time() - c)
    print(json.dumps(dict(name=name, median_s=round(statistics.median(wall), 4), min_s=round(min(wall), 4),
                          max_s=round(max(wall), 4), cpu_median_s=round(statistics.median(cpu), 4), reps=repetitions,
                          checksum=round(checksum(result), 4),
                          peak_rss_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)), flush=True)


def total(array):
    import numpy
    return float(array.astype(numpy.float64).sum())


def main():
    race, folder = sys.argv[1:3]
    os.chdir(folder)
    sys.path.insert(0, folder)
    quiet, sys.stdout = sys.stdout, open(os.devnull, 'w')
    if race.startswith('p1'):
        import numpy
        import p1_differential as p1
        sys.stdout = quiet
        if race == 'p1':
            run('p1A_numba', lambda: p1.A_nb(p1.S), total)
            run('p1A_numpy', p1.A_numpy_fast, total)
        else:
            p1.S = None  # only one copy of the file counts

            def whole():
                stack = numpy.fromfile('work/diff_1000x512x512.u16', '<u2').reshape(p1.T, p1.N, p1.N)
                return p1.A_nb(stack)
            run('p1A_numba_from_file', whole, total, 5)
    elif race == 'p3':
        import numpy
        import p3_drift as p3
        sys.stdout = quiet

        def error(shifts):
            return float(numpy.sqrt(((numpy.asarray(shifts) - p3.tr) ** 2).mean()))
        run('p3_numpy', lambda: p3.own(p3.T), error, 3)
        run('p3_opencv', lambda: p3.cvp(p3.T), error, 3)
    else:
        import numpy
        import p2_kymograph as p2
        sys.stdout = quiet
        if race == 'p2':
            run('p2_sparse', lambda: p2.csr(p2.T), total)
            run('p2_opencv', lambda: p2.cv(p2.cv2.INTER_LINEAR, p2.T), total)
        else:
            p2.S = None  # only one copy of the file counts

            def whole():
                p2.S = None
                p2.S = numpy.fromfile('work/kymo_5000x256x256.u16', '<u2').reshape(p2.T, p2.N, p2.N)
                return p2.csr(p2.T)
            run('p2_sparse_from_file', whole, total, 5)


main()
