/** Commands that measure: differential movies, kymographs, front velocities (Fig. 3 of the paper). */
package net.operando.ui.command.measure;
