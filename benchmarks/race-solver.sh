#!/bin/sh
# Races the rod solver and the two-dimensional Cahn-Hilliard solver against other programs for the same work.
# Usage: benchmarks/race-solver.sh PEERS [TURNS]
# PEERS is a folder one may write to, holding p4_cvode.c, Dtable.csv, p5_ch.py and common.py. Needs a C compiler, SUNDIALS
# and Python with scipy. Prints ratios of medians, never absolute times.
set -e
PEERS=$(cd "$1" && pwd)
TURNS=${2:-5}
cd "$(dirname "$0")/.."
mkdir -p "$PEERS/work"
cp "$PEERS/Dtable.csv" "$PEERS/work/"
(cd "$PEERS" && gcc -O3 -march=native p4_cvode.c -o work/p4_cvode -lsundials_cvode -lsundials_nvecserial \
	-lsundials_sunmatrixband -lsundials_sunlinsolband -lm)
mvn -q -B test-compile
CLASSES=$(mvn -q -B dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=test | tail -1)
CP="target/classes:target/test-classes:$CLASSES"
java -cp "$CP" net.operando.benchmark.RaceDiffusion "$PEERS" "$TURNS"
java -cp "$CP" net.operando.benchmark.RaceCahnHilliard "$PEERS" "$TURNS" "${PYTHON:-python3}"
