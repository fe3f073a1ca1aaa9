/** Commands that take diffusion coefficients from titrations (equation 2 of the paper) and from PFG-NMR (equation 1). */
package net.operando.ui.command.diffusion;
