/**
 * Recording a movie on one clock with the potentiostat. {@code port}: what is needed of a microscope; {@code plan}: what to
 * record; {@code engine}: recording it; {@code simulated}: a microscope without hardware.
 */
package net.operando.acquire;
