/**
 * Writing a recording's folder so that nothing that was journaled is ever lost, and completing one that was cut off. Times are
 * monotonic ns of the recording's clock, or seconds since its start.
 */
package net.operando.acquire.recording;
