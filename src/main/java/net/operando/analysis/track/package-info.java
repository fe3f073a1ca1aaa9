/**
 * Velocities and lineages of tracks that others found: a straight line by least squares through the positions of each branch
 * against their times. Velocities in m/s.
 */
package net.operando.analysis.track;
