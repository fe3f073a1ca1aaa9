/**
 * A recording while it runs: the live image, how it changes, the growing kymograph, where it stands, and the buttons that pause and
 * stop it; frames for the window of the program around us. The recording never waits for a window, and does not end with one.
 */
package net.operando.ui.live;
