/**
 * Figures as plain data that draw themselves: voltage over kymographs on one time axis (Figures 3 and 4 of the paper),
 * differential images, capacities per cycle (Figure 1b), general x-y plots. Data are in SI units; what is shown is in the
 * unit its axis names. A figure has a print size in millimetres and is written as SVG and, at 300 dpi, as PNG, the same in
 * both.
 */
package net.operando.figure;
