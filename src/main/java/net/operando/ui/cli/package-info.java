/** The command line: the same commands, labels and keys as the menu and its macros. */
package net.operando.ui.cli;
