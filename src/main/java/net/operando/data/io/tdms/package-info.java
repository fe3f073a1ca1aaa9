/**
 * LabVIEW TDMS, read and written. Source: National Instruments, "TDMS File Format Internal Structure" (segments of
 * lead-in, metadata and raw data; versions 4712 and 4713).
 * <p>
 * Units: rates in Hz, a time channel in s, timestamps as seconds and 2^-64 s since 1904-01-01 UTC.
 */
package net.operando.data.io.tdms;
