/** Commands that open and prepare movies. */
package net.operando.ui.command.movie;
