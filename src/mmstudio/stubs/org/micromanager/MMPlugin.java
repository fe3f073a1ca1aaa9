package org.micromanager;

import org.scijava.plugin.SciJavaPlugin;

/** What Micro-Manager asks of every plugin: the signatures, to compile against. */
public interface MMPlugin extends SciJavaPlugin {

	void setContext(Studio studio);

	String getName();

	String getHelpText();

	String getVersion();

	String getCopyright();
}
