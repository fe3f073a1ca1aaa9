/** What every floor needs and none owns: progress and cancellation, parallel loops, and the exceptions users read. */
package net.operando.base;
