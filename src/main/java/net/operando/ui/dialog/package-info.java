/**
 * The dialog of a command, the same one in Fiji, plain ImageJ and Micro-Manager: inputs in groups, checked while they are
 * typed, with a preview on the image and the command's page of the documentation behind Help.
 */
package net.operando.ui.dialog;
