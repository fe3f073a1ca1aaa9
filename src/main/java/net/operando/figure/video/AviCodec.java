package net.operando.figure.video;

/** How the frames of an AVI file are stored. */
public enum AviCodec {

	/** Every frame a JPEG image: small, plays everywhere. */
	MOTION_JPEG,
	/** Every frame as 24 bit pixels: exact, large, read by ImageJ. */
	UNCOMPRESSED
}
