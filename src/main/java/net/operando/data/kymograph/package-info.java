/** The kymograph: position against time, the one type shared by measured and simulated fronts. */
package net.operando.data.kymograph;
