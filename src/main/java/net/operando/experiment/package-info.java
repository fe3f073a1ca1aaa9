/**
 * The main job over one experiment: a movie and the potentiostat's files become kymographs, front velocities, figures,
 * videos and a report (Figs. 1b, 2 and 3 of Merryweather et al., Nature Materials 21 (2022) 1306).
 */
package net.operando.experiment;
