package net.operando.ui.cli;

import java.io.PrintStream;

import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

/** One line on a terminal that follows a command's status; silent where stderr is not a terminal. Must be public for SciJava's events. */
public final class ProgressLine {

	private static final int WIDTH = 78;

	private final PrintStream err;
	private final boolean terminal = System.console() != null;
	private boolean shown;

	ProgressLine(final PrintStream err) {
		this.err = err;
	}

	@EventHandler
	public void onEvent(final StatusEvent event) {
		if (!terminal || event.getProgressMaximum() <= 0) return;
		final String text = String.format("%3d %% %s", 100L * event.getProgressValue() / event.getProgressMaximum(), event
			.getStatusMessage());
		err.print("\r" + pad(text));
		err.flush();
		shown = true;
	}

	/** Wipes the line. */
	void clear() {
		if (shown) err.print("\r" + pad("") + "\r");
	}

	private static String pad(final String text) {
		final String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
		return cut + " ".repeat(WIDTH - cut.length());
	}
}
