/** Numerical building blocks that know nothing of microscopy: plain numbers in, plain numbers out, no units. */
package net.operando.base.numeric;
