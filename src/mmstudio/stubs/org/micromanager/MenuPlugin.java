package org.micromanager;

/** A plugin that is an item of Micro-Manager's Plugins menu: the signatures, to compile against. */
public interface MenuPlugin extends MMPlugin {

	String getSubMenu();

	void onPluginSelected();
}
