/**
 * Phase separation in two dimensions: {@code dc/dt = M laplacian(f'(c) - kappa laplacian(c))} with the free energy
 * {@code F = int [f(c) + (kappa/2) |grad c|^2] dA}. No units of its own: c, lengths, times and energies as the caller
 * gives them. Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258.
 */
package net.operando.model.cahnhilliard;
