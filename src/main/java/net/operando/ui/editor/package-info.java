/**
 * The window in which fronts of a kymograph are corrected by hand: it shows them with their numbers, takes edits by mouse and keyboard,
 * moves the movie's slice with its cursor, and shows the voltage at that time. What an edit does is in
 * {@link net.operando.analysis.front.edit}; here are only its views and how it is asked for. Event thread, but for the fits.
 */
package net.operando.ui.editor;
