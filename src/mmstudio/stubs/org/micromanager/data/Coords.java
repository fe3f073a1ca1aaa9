package org.micromanager.data;

/** Where an image belongs in a data set of Micro-Manager's: the signatures used, to compile against. */
public interface Coords {

	/** Makes them. */
	interface Builder {

		Coords build();
	}
}
