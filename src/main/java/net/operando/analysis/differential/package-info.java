/**
 * How fast each pixel changes: (I(t + lag) - I(t)) / (I(t) dt) in 1/s, with lag in seconds on the recorded times and dt
 * the true time between the two frames; symmetric and logarithmic forms. After Merryweather et al., Nature Materials 21
 * (2022) 1306, whose differential images this repeats (Fig. 2).
 */
package net.operando.analysis.differential;
