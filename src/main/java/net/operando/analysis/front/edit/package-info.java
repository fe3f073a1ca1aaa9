/**
 * Fronts corrected by hand: edits as data (drawn, moved, deleted, single points left out), what they make of the fronts found
 * in a kymograph, and their history. Every edit is written as JSON and can be applied again: the same edits of the same kymograph give
 * the same fronts. Velocities come from {@link net.operando.analysis.front.FrontRefit}, never from the drawing itself. Times in s,
 * positions in um in files and in m elsewhere, from the start of the line.
 */
package net.operando.analysis.front.edit;
