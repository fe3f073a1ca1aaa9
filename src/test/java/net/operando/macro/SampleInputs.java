package net.operando.macro;

import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

/**
 * What each command is given on the sample. Commands come from the catalog: a new one gets its own defaults, a line along
 * the rod, and for its files what other commands with that key take.
 */
public final class SampleInputs {

	private SampleInputs() {}

	/**
	 * The values a dialog would show, with those that the sample needs filled in.
	 *
	 * @param folder the {@link SampleFolder}, ending in a separator
	 * @param output output folder
	 */
	public static Map<String, String> of(final Context context, final CommandInfo info, final String folder,
		final String output)
	{
		final Map<String, String> given = new LinkedHashMap<>();
		final CommandCall call = new CommandCall(context, info);
		for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
			if (item.getType() == ImagePlus.class) continue;
			final String key = CommandCatalog.key(item);
			final String own = key.equals("output") ? output : sample(CommandCatalog.plain(CommandCatalog.label(info)), key,
				folder);
			final String text = own == null ? CommandCatalog.text(call.defaultOf(item)) : own;
			if (!text.isEmpty()) given.put(key, text);
		}
		return given;
	}

	/** @return null for the default */
	private static String sample(final String label, final String key, final String folder) {
		switch (label + "/" + key) {
			case "Diffusion from GITT/file":
				return folder + "titration.csv";
			case "Diffusion from GITT/lengthum":
				return "1";
			case "Diffusion from PFG-NMR/file":
				return folder + "decays.csv";
			case "Diffusion from GITT/startx":
				return "0.1";
			case "Simulate Rod/seconds":
				return "5";
			case "Simulate Rod/cells":
				return "40";
			case "Synthetic Experiment/pixelsizeum":
				return "0.2";
			case "Compare Rates/folder":
				return folder + "results";
			case "TrackMate Velocities/file":
				return folder + "results/fragments/fragments.xml";
			default:
		}
		switch (key) {
			case "line":
				return SampleFolder.LINE;
			case "file":
			case "movie":
				return folder + "movie.tif";
			case "echem":
				return folder + "echem";
			case "parameters":
				return folder + "analysis.json";
			case "edits":
				return folder + "edits.json";
			case "plan":
				return folder + "plan.json";
			default:
				return null;
		}
	}

	/** Whether a command works on an image, and then whether that is a kymograph. */
	public static boolean needs(final CommandInfo info, final boolean kymograph) {
		for (final ModuleItem<?> item : CommandCatalog.inputs(info))
			if (item.getType() == ImagePlus.class) return kymograph == "kymograph".equals(item.get("kind"));
		return false;
	}
}
