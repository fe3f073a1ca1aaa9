package org.micromanager;

/** Micro-Manager's log and error dialogs: the signature used, to compile against. */
public interface LogManager {

	void showError(String message);
}
