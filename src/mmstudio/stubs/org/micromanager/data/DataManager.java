package org.micromanager.data;

/** Micro-Manager's maker of images: the signatures used, to compile against. */
public interface DataManager {

	Coords.Builder getCoordsBuilder();

	Metadata.Builder getMetadataBuilder();

	Image createImage(Object pixels, int width, int height, int bytesPerPixel, int numComponents, Coords coords,
		Metadata metadata);
}
