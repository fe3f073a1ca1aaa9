package net.operando.macro;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import net.operando.base.InvalidInputException;

/** ImageJ's macro interpreter with our commands in it, with or without a display. */
final class MacroHost {

	private MacroHost() {}

	/** Puts the lines of plugins.config into ImageJ's table of commands, where a menu would have put them. */
	@SuppressWarnings("unchecked")
	static void install() throws IOException {
		try {
			IJ.run(new ImagePlus("any", new ByteProcessor(1, 1)), "Invert", "");
		}
		catch (final java.awt.HeadlessException e) {
			// ImageJ makes its table before it finds that it cannot make menus, and the table is all that is needed
			if (Menus.getCommands() == null) throw e;
		}
		final Hashtable<String, String> commands = Menus.getCommands();
		try (BufferedReader in = new BufferedReader(new InputStreamReader(MacroHost.class.getResourceAsStream(
			"/plugins.config"), StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				final String[] parts = line.split(", ", 3);
				if (!line.startsWith("#") && parts.length == 3) commands.put(parts[1].replace("\"", ""), parts[2]);
			}
		}
	}

	/**
	 * Runs a macro in batch mode and closes its images.
	 *
	 * @throws InvalidInputException with what a command told the user when it refused
	 */
	static void run(final String macro, final String argument) {
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final PrintStream before = System.err;
		System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			IJ.runMacro("setBatchMode(true);\n" + macro, argument);
			final Matcher refused = Pattern.compile("(?m)^Operando: (.*)$").matcher(said.toString(StandardCharsets.UTF_8));
			if (refused.find()) throw new InvalidInputException(refused.group(1));
		}
		finally {
			System.setErr(before);
			ImagePlus last = null;
			// an image that another test left in a window is not the macro's: it stays, and is met again
			for (ImagePlus image = WindowManager.getCurrentImage(); image != null && image != last; image = WindowManager
				.getCurrentImage())
			{
				last = image;
				Interpreter.removeBatchModeImage(image);
				WindowManager.setTempCurrentImage(null);
			}
		}
	}
}
