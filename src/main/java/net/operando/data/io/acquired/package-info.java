/**
 * The folder that a recording is: {@code recording.json} (frames' sizes, the clock), one journal line per frame, the frames
 * in OME-TIFF parts, {@code events.csv}. Read by its journal, so that a recording that was cut off, or still runs, opens with
 * every frame journaled. docs/acquisition.md says what stands where.
 */
package net.operando.data.io.acquired;
