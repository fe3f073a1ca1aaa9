/**
 * Diffusion coefficients from titration (GITT, ICI) and from pulsed-field-gradient NMR.
 * <p>
 * GITT: {@code D/L2 = (4/pi) r^2 (dE/dx)^2 / (dE/dsqrt(t))^2} with {@code r = dx/dt} at short times, and
 * {@code D/L2 = r |dE/dx| / (3 eta)} at long ones. PFG-NMR: {@code Psi = (sqrt(pi)/2) erf(sqrt b) / sqrt b} with
 * {@code b = (gamma delta g)^2 <z2> / 2} and {@code <z2> = factor D Delta} for one-dimensional channels in a powder.
 * Units are SI: m, s, V, K, m2/s; x is the lithium content as a part of the most the host takes; a positive rate puts
 * lithium in.
 * <p>
 * Source: A. J. Merryweather et al., Nature Materials 21 (2022) 1306, equations 1 and 2 (figure 2 shows D against x);
 * W. Weppner, R. A. Huggins, J. Electrochem. Soc. 124 (1977) 1569; Y.-C. Chien et al., Nature Communications 14 (2023)
 * 2289 (ICI).
 */
package net.operando.model.titration;
