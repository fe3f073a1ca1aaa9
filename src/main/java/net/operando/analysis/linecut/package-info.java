/**
 * Intensity, or its rate of change in 1/s, along a line against time. Positions lie along the line in steps of a pixel;
 * each value is the mean over samples along the line's normal, with its standard error. After Merryweather et al.,
 * Nature Materials 21 (2022) 1306, whose kymographs (Fig. 2) are cuts 10 pixels wide along a rod.
 */
package net.operando.analysis.linecut;
