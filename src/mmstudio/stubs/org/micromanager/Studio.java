package org.micromanager;

import org.micromanager.data.DataManager;

/** Micro-Manager's application: the signatures used, to compile against. */
public interface Studio {

	LogManager logs();

	SnapLiveManager live();

	DataManager data();
}
