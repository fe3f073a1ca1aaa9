package net.operando.ui.cli;

import java.io.PrintStream;

/** What {@code list} prints, for tests of other packages. */
public final class CommandListingText {

	private CommandListingText() {}

	public static void print(final PrintStream out) {
		CommandListing.print(out);
	}
}
