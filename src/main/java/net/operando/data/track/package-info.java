/**
 * Things followed through a movie, whoever followed them: spots with named features and units, edges from frame to frame,
 * tracks that split and merge. The model is that of TrackMate (Ershov et al., Nature Methods 19 (2022) 829; Tinevez et al.,
 * Methods 115 (2017) 80), but knows nothing of its files. Positions and times are in the units the graph names.
 */
package net.operando.data.track;
