/**
 * Cracks: a sharp dark line across a rod that appears, grows from one side to the other and stays (Fig. 4 of the paper:
 * 187(4) nm/s). A line is the negative second derivative along the axis of the intensity smoothed by a Gaussian (Lindeberg,
 * Int. J. Comput. Vision 30 (1998) 117, eq. 3), relative to the intensity around it, without unit; its onset is the step of
 * that number between two stretches of frames. The tip is at {@code y = (t - t0) / p}, p in s/m its slowness: all rows
 * across the rod are fitted at once by steps of one shape, {@code b_k + a_k Phi((t - t0 - p y_k) / tau)}, their levels
 * eliminated (variable projection, Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973) 413).
 */
package net.operando.analysis.crack;
