/**
 * The movement of the sample, found on the inert carbon around the particles. A coarse cross-correlation of binned, locally
 * normalised frames gives the shift to a fraction of a bin; Gauss-Newton steps at full resolution refine it: with J the
 * gradient of a key frame, made orthogonal in every tile to constants, ramps and the frame itself (so that light may
 * change), the shift p is where {@code sum J(x) I(x + p) = 0}. Tiles are weighed by how well they agree. Shifts between all
 * pairs of frames compared are solved together by robust weighted least squares. Lengths in px.
 * <p>
 * Sources: S. Baker and I. Matthews, International Journal of Computer Vision 56 (2004) 221 (inverse compositional
 * alignment); D. Padfield, IEEE Transactions on Image Processing 21 (2012) 2706 (masked correlation); experiment: the paper's
 * operando microscopy, methods.
 */
package net.operando.analysis.drift;
