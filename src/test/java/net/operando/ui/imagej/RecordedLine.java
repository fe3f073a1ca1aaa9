package net.operando.ui.imagej;

import java.util.Map;

import org.scijava.command.CommandInfo;

import ij.plugin.frame.Recorder;
import net.operando.ui.command.CommandCatalog;

/** The options that ImageJ's recorder writes for a command, made by the recorder itself and without its window. */
public final class RecordedLine {

	private RecordedLine() {}

	public static String options(final CommandInfo info, final Map<String, String> given) {
		Recorder.resetCommandOptions();
		MacroOptions.record(CommandCatalog.inputs(info), given);
		final String options = Recorder.getCommandOptions();
		Recorder.resetCommandOptions();
		return options == null ? "" : options.trim();
	}
}
