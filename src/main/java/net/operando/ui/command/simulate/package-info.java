/** Commands that predict what the microscope will see (Figs. 3 and 4 of the paper). */
package net.operando.ui.command.simulate;
