/** What all commands share. A command reads its parameters, calls one analysis and hands on the results; it holds no arithmetic. */
package net.operando.ui.command;
