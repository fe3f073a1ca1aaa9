/** The rules of the house, held by tests. */
package net.operando.architecture;
