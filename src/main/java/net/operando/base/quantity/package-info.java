/** Quantities with what makes them comparable: times with their origin, lengths with their scale, estimates with their error. */
package net.operando.base.quantity;
