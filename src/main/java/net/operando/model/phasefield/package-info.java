/**
 * Lithium in a single rod: materials, protocols, the one-dimensional solver and its runs.
 * <p>
 * Equations: {@code G = int [f(c) + (kappa/2) (dc/dz)^2] dz}, {@code mu = -F E(x) - kappa d2c/dz2},
 * {@code dc/dt = d/dz (M dmu/dz)}; with {@code kappa = 0} this is {@code dx/dt = d/dz (D_chem(x) dx/dz)} with
 * {@code D_chem = -D_self (F x / R T) dE/dx}. Units are SI: m, s, mol m-3, V, K; x is the lithium content as a part of
 * the most the host takes. Sign: a positive C-rate puts lithium in.
 * <p>
 * Source: after A. J. Merryweather et al., Nature Materials 21 (2022) 1306, figures 3 and 4; derivation in the
 * project's science notes.
 */
package net.operando.model.phasefield;
