/**
 * Files of potentiostats and cyclers, and a folder of them put on one clock; tables of cycles and of the timeline. Gamry
 * {@code .DTA}, BioLogic {@code .mpt} and CSV are read from what the makers' programs write, for there is no published
 * description of either text format; a {@code .DTA} can be written.
 * <p>
 * Units: time in s, voltage in V, current in A; other units that a column states are converted.
 */
package net.operando.data.io.cycler;
