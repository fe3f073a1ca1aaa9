/** Commands over a whole experiment: the potentiostat's clock and the full analysis. */
package net.operando.ui.command.experiment;
