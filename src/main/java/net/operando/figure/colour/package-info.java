/**
 * Colours that mean numbers: perceptually uniform maps built in OKLab (B. Ottosson, "A perceptual color space for image
 * processing", 2020) and the limits they are stretched over.
 */
package net.operando.figure.colour;
