/**
 * Fronts in kymographs: where they are in every column and how fast they move, by a stated definition.
 * <p>
 * Definitions (the speed of a front means nothing without one): <em>half_max</em>, the outermost point where the rate is
 * half its instantaneous maximum; <em>extremum</em>, the point of the largest rate; <em>zero_crossing</em>, the
 * outermost change of sign (of an intensity: the steepest point of its edge); <em>arrival</em>, half length over the
 * time at which the centre reaches half the mean rate. Times are mid-interval times of the rate. Positions in m from the
 * start of the line, times in s, velocities in m/s, positive towards larger positions.
 * <p>
 * Noise-free kymographs get the plain definition column by column and a straight line. Noisy rates get one model fitted
 * to all columns at once: a profile of unknown shape (a cubic spline) that moves, widens and weakens slowly over a
 * homogeneous change, by generalised least squares with the covariance that follows from columns sharing frames. Profiles
 * that change their shape are read column by column instead, and fronts that do not leave their face over longer lags. Nature
 * Materials 21 (2022) 1306, figures 2 and 3, is what this is meant for.
 */
package net.operando.analysis.front;
