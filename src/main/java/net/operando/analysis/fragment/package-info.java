/**
 * The pieces a rod breaks into (the paper's Fig. 4): which came from which, how large and how bright each is, and whether
 * it still takes part. Intensity of a place is {@code |E_ref + E_p|^2}, so a piece carries fringes that stay where they are
 * on its surface; every interval counts them (see {@link net.operando.analysis.fragment.LevelEstimate}). Lengths in m,
 * times in s, intensities in counts of the movie. Blocks of pixels are resampled as Kuensch, Annals of Statistics 17 (1989) 1217.
 */
package net.operando.analysis.fragment;
