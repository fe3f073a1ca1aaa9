/**
 * TIFF and BigTIFF in all the dialects of microscopes, read, and stacks with a time for every frame, written. Sources:
 * TIFF revision 6.0 (Adobe, 1992) with its technical notes 1 to 3; BigTIFF as of libtiff; ImageJ's stacks as its class
 * TiffDecoder describes them; OME-TIFF and OME-XML 2016-06; Micro-Manager's "Image File Stacks" and its metadata;
 * NDTiff, specification of versions 2 and 3.
 * <p>
 * Units: pixel sides in um, {@code ElapsedTime-ms} in ms, {@code DeltaT} in the unit it states (s by default).
 */
package net.operando.data.io.tiff;
