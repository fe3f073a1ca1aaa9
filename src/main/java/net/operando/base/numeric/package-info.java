/**
 * Numerical building blocks: monotone interpolation, tridiagonal and banded solves, a stiff integrator, Fourier and
 * cosine transforms. Primitive arrays, double precision, no units of their own.
 */
package net.operando.base.numeric;
