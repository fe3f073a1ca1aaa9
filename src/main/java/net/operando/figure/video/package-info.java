/**
 * Annotated videos like the paper's supplementary ones: frames with scale bar, clock and colour bar over a voltage trace,
 * as AVI (RIFF with the OpenDML extensions of 1996, so that files may grow beyond 2 GB) of Motion JPEG or plain pixels.
 */
package net.operando.figure.video;
