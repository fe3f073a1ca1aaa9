package org.micromanager;

/** Micro-Manager's application: the signature used, to compile against. */
public interface Studio {

	LogManager logs();
}
