/**
 * A microscope without hardware: a synthetic scene ({@link net.operando.model.synthetic.LiveScene}) seen by a camera whose image
 * the stage, the lamp and the focus act on, a cell that cycles and whose potentiostat's files grow, and faults on demand. It
 * runs on a computed clock, as fast as images are rendered, or on the computer's own.
 */
package net.operando.acquire.simulated;
