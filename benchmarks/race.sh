#!/bin/sh
# Races our differential stack and kymograph against the peer programs, in turns, in one run.
#
#   benchmarks/race.sh FOLDER [ROUNDS]
#
# FOLDER holds a writable copy of the peers' scripts; their data (1.7 GB) are generated there if need be, which takes
# some minutes. Needs gcc, and Debian's python3 with numpy, scipy, scikit-image, OpenCV and numba. Prints one JSON line per
# program and round, then ratios of medians with their spread over the rounds. Absolute times depend on the machine.
set -eu

if [ $# -lt 1 ] || [ ! -f "$1/p1_floor.c" ]; then
	echo "usage: $0 FOLDER [ROUNDS]     (FOLDER holds the peers' scripts)" >&2
	exit 2
fi
peers=$(cd "$1" && pwd)
rounds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
python=/usr/bin/python3
results=$(mktemp)
trap 'rm -f "$results"' EXIT

cd "$here/.."
mvn -q -B test-compile
classes=target/test-classes:target/classes

mkdir -p "$peers/work"
if [ ! -f "$peers/work/kymo_5000x256x256.u16" ]; then
	(cd "$peers" && $python gen_data.py)
fi
if [ ! -x "$peers/work/p1_floor" ]; then
	gcc -O3 -march=native -fopenmp "$peers/p1_floor.c" -o "$peers/work/p1_floor"
fi

ours() {
	java -Xmx3g -cp "$classes" "net.operando.benchmark.$1" "$peers/work" "$2"
}
# from the file a small heap is enough: memory does not grow with the movie
ours_from_file() {
	java -Xmx256m -cp "$classes" "net.operando.benchmark.$1" "$peers/work" file
}

round=1
while [ "$round" -le "$rounds" ]; do
	echo "round $round of $rounds, load $(cut -d' ' -f1 /proc/loadavg)"
	{
		(cd "$peers" && ./work/p1_floor | head -n 1)
		ours RaceDifferential memory
		$python "$here/race_peers.py" p1 "$peers"
		ours RaceKymograph memory
		$python "$here/race_peers.py" p2 "$peers"
		ours_from_file RaceDifferential
		$python "$here/race_peers.py" p1_file "$peers"
		ours_from_file RaceKymograph
		$python "$here/race_peers.py" p2_file "$peers"
	} | tee -a "$results"
	round=$((round + 1))
done
$python "$here/race_ratios.py" "$results"
