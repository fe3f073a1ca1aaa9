/**
 * Experiments with known truth: movies of a rod in carbon as the microscope would record them, with their potentiostat
 * files, made from a seed. Used as samples, as test material and as the simulated microscope.
 * <p>
 * A {@link net.operando.model.synthetic.Scene} is a chain of stages, each with its own parameters and its own stream of
 * random numbers: composition of the rod, its optical contrast {@code I = |E_ref + E_p|^2}, geometry, carbon, dust,
 * illumination, sensor, timing, drift, and the cell. Lengths are in um in the sample plane, times in s on the movie's
 * clock, intensities in electrons until the sensor makes counts of them. Numbers follow Merryweather et al., Nature
 * Materials 21 (2022) 1306, where the paper states them; the others are marked as assumed where they stand.
 * <p>
 * Every transcendental function is taken from commons-math, whose code is pure Java, so that a seed gives the same bytes
 * on every machine.
 */
package net.operando.model.synthetic;
