package org.micromanager;

import org.micromanager.data.Image;

/** Micro-Manager's live view: the signatures used, to compile against. */
public interface SnapLiveManager {

	void setSuspended(boolean shouldSuspend);

	void displayImage(Image image);
}
