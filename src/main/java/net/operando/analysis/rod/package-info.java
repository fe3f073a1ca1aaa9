/**
 * Rods: where they are, how long each is in every frame, and how full it therefore is (Merryweather et al., Nature
 * Materials 21 (2022) 1306, Fig. 2e).
 * <p>
 * The length is the distance between two end faces, each the edge {@code P(s) = G * [C(s) (1 - H) + H R(u)]} along a fixed
 * axis: a step H at the end, carbon C outside that stays where it is, a rod inside whose material moves with the end
 * ({@code u} is the depth below the face), and the microscope's point spread G, a Gaussian of 111 nm. Fringes are a texture of
 * the rod's height, so they are tied to its material: {@code R = B + sqrt(B) q(u)} with B the brightness of the frame, as
 * follows from {@code |E_ref + E_p|^2} when the scattered field goes as the root of the brightness. C and q are the same in
 * all frames and are estimated together with the positions, as Gaussian processes whose strength and correlation length are
 * read off the rod and the carbon themselves. Lengths in m, intensities in counts, x = lithium content from 0 to 1.
 */
package net.operando.analysis.rod;
