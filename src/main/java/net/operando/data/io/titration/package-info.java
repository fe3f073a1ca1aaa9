/** Files that diffusion coefficients are taken from: titrations (GITT, ICI) and the decays of PFG-NMR. */
package net.operando.data.io.titration;
