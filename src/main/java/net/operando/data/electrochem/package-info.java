/**
 * What the potentiostat recorded, and how it meets the movie: records on one clock, steps, charge, lithium content, half
 * cycles, and the alignment of the two clocks.
 * <p>
 * Units: time in s, voltage in V, current in A, specific charge in mAh/g, C-rate against 178 mAh/g, x in
 * Li(17x)Nb14W3O44. x = x0 + Q / 178.25 mAh/g, with Q = 17 F / M = 178.25 mAh/g for M = 2556.165 g/mol. Capacities per
 * cycle are those of Fig. 1b of Merryweather et al., Nature Materials 21 (2022) 1306.
 */
package net.operando.data.electrochem;
