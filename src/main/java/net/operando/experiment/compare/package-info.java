/**
 * Many analysed experiments side by side: front velocities by C-rate as box and whisker with mean and standard error,
 * measured over simulated (Fig. 3i of Merryweather et al., Nature Materials 21 (2022) 1306), and the elongation of rods
 * against specific capacity with the curve of X-ray diffraction (Fig. 2e). Velocities are speeds in nm/s, capacities in mAh/g,
 * elongations in percent; a mean is the plain one over fronts, its standard error s/√n.
 */
package net.operando.experiment.compare;
