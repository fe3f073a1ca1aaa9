/** Commands that record. */
package net.operando.ui.command.acquire;
