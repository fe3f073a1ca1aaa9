/** Operando in Micro-Manager Studio's own menu. */
package net.operando.studio;
