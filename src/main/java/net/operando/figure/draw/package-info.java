/**
 * The parts figures are drawn from: text with sub- and superscripts, ticks, axes, colour bars, scale bars, rasters, labels
 * that keep out of each other's way. All lengths are points (1/72 inch) at print size.
 * <p>
 * Axes and ticks are drawn here rather than by a chart library: true column widths, one time axis through stacked panels,
 * overlays on rasters and measured text boxes need every coordinate, and one code path gives the same page as SVG and PNG.
 */
package net.operando.figure.draw;
