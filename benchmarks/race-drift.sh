#!/bin/sh
# Races drift estimation (1000 x 512 x 512, known shifts) against the fastest peers of comparable accuracy, in turns, in one run.
#
#   benchmarks/race-drift.sh FOLDER [ROUNDS]
#
# FOLDER holds a writable copy of the peers' scripts; their data are generated there if need be, which takes some
# minutes. Needs Debian's python3 with numpy, scipy, scikit-image and OpenCV. Prints one JSON line per program and round, then
# ratios of medians with their spread over the rounds. Checksums are root mean square errors in px.
set -eu

if [ $# -lt 1 ] || [ ! -f "$1/p3_drift.py" ]; then
	echo "usage: $0 FOLDER [ROUNDS]     (FOLDER holds the peers' scripts)" >&2
	exit 2
fi
peers=$(cd "$1" && pwd)
rounds=${2:-3}
here=$(cd "$(dirname "$0")" && pwd)
python=/usr/bin/python3
results=$(mktemp)
trap 'rm -f "$results"' EXIT

cd "$here/.."
mvn -q -B test-compile
CLASSES=$(mvn -q -B dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=test | tail -1)
classes="target/test-classes:target/classes:$CLASSES"

mkdir -p "$peers/work"
if [ ! -f "$peers/work/drift_truth.csv" ]; then
	(cd "$peers" && $python gen_data.py)
fi

round=1
while [ "$round" -le "$rounds" ]; do
	echo "round $round of $rounds, load $(cut -d' ' -f1 /proc/loadavg)"
	{
		java -Xmx3g -cp "$classes" net.operando.benchmark.RaceDrift "$peers/work" memory
		$python "$here/race_peers.py" p3 "$peers"
		# from the file a small heap is enough: memory does not grow with the movie
		java -Xmx256m -cp "$classes" net.operando.benchmark.RaceDrift "$peers/work" file
	} | tee -a "$results"
	round=$((round + 1))
done
$python "$here/race_ratios.py" "$results"
