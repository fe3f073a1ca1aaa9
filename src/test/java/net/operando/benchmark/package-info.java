/** Races against other programs (main programs, run by benchmarks/race.sh) and JMH benchmarks of the hot loops. */
package net.operando.benchmark;
