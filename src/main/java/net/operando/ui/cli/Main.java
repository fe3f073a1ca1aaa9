package net.operando.ui.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.OperandoException;

/**
 * The command line of {@code operando.jar}. Exit status 0: done; 1: failed, with the reason on stderr; 2: wrong usage,
 * naming the key that is wrong.
 */
public final class Main {

	static final int DONE = 0;
	static final int FAILED = 1;
	static final int WRONG_USAGE = 2;

	private static final String USAGE = "usage: java -jar operando.jar [demo [FOLDER]]\n" +
		"       java -jar operando.jar run \"MENU LABEL\" [image=PATH] [key=value ...] [output=FOLDER]\n" +
		"       java -jar operando.jar recover FOLDER\n" + "       java -jar operando.jar list\n" + "       java -jar operando.jar imagej\n" +
		"--debug after any of them shows where an error came from.";

	private Main() {}

	public static void main(final String[] arguments) {
		final int status = run(arguments, System.out, System.err);
		// ImageJ's window keeps the program alive; anything else is over here, whatever threads libraries left.
		if (status != DONE || !Arrays.asList(arguments).contains("imagej")) exit(status);
	}

	/** What went wrong first, in one line: its class and what it says. */
	static String innermost(final Throwable e) {
		Throwable first = e;
		while (first.getCause() != null && first.getCause() != first)
			first = first.getCause();
		return first.toString().replaceAll("\\s*[\\r\\n]+\\s*", " ");
	}

	/** Under Maven's exec:java the build goes on after the program, so only a failure may end the JVM. */
	private static void exit(final int status) {
		if (status != DONE || System.getProperty("maven.home") == null) System.exit(status);
	}

	/** As {@link #main}, returning the exit status. */
	static int run(final String[] arguments, final PrintStream out, final PrintStream err) {
		final List<String> words = new ArrayList<>(Arrays.asList(arguments));
		final boolean debug = words.remove("--debug");
		final String verb = words.isEmpty() ? "demo" : words.remove(0);
		try {
			switch (verb) {
				case "demo":
					return Demo.run(words, out, err);
				case "run":
					return CommandLineRun.run(words, out, err);
				case "recover":
					return RecoverFolder.run(words, out);
				case "list":
					CommandListing.print(out);
					return DONE;
				case "imagej":
					ImageJWithMenu.open().exitWhenQuitting(true);
					return DONE;
				case "help":
				case "--help":
				case "-h":
					out.println(USAGE);
					return DONE;
				default:
					throw new UsageException("'" + verb + "' is not a verb of the command line.\n" + USAGE);
			}
		}
		catch (final UsageException e) {
			err.println(e.getMessage());
			if (debug) e.printStackTrace(err);
			return WRONG_USAGE;
		}
		catch (final OperandoException e) {
			err.println(e.getMessage());
			if (debug) e.printStackTrace(err);
			return FAILED;
		}
		catch (final RuntimeException | java.io.IOException e) {
			err.println("Operando failed unexpectedly: " + innermost(e) + (debug ? "" : " (--debug shows where)"));
			if (debug) e.printStackTrace(err);
			return FAILED;
		}
	}
}
