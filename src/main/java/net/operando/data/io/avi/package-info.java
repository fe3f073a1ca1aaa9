/**
 * AVI: grey and colour, uncompressed or as one JPEG or PNG image per frame. Sources: Microsoft, "AVI RIFF File Reference";
 * OpenDML AVI File Format Extensions, version 1.02; luminance of ITU-R BT.601.
 * <p>
 * Units: the frame interval in us in the file, in s here; an AVI knows no pixel size.
 */
package net.operando.data.io.avi;
