package net.operando.ui.live;

/** What the buttons ask of a recording. From any thread; returns at once. */
interface RecordingControls {

	void pause();

	void resume();

	void stop();
}
