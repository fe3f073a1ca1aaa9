/**
 * ImageJ on one side, Operando's own types on the other: images and movies, selections and lines, tables, windows,
 * progress, and the bridge that gives plain ImageJ and Micro-Manager the commands Fiji finds by itself.
 */
package net.operando.ui.imagej;
