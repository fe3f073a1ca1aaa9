package org.micromanager.data;

/** What is known of an image of Micro-Manager's: the signatures used, to compile against. */
public interface Metadata {

	/** Makes it. */
	interface Builder {

		Metadata build();
	}
}
