package net.operando.acquire.mmconfig;

import java.util.Arrays;

/** The commands Micro-Manager knows, with the numbers of fields it takes, the command's own included. */
enum ConfigurationCommand {

	DEVICE("Device", "label, adapter and device name", 4),
	PROPERTY("Property", "device, property and value", 3, 4),
	DELAY("Delay", "device and milliseconds", 3),
	FOCUS_DIRECTION("FocusDirection", "stage and -1, 0 or 1", 3),
	LABEL("Label", "device, state and name", 4),
	CONFIG("Config", "four fields", 5),
	CONFIG_GROUP("ConfigGroup", "group alone, or group, preset, device, property and value", 2, 5, 6),
	CONFIG_PIXEL_SIZE("ConfigPixelSize", "preset, device, property and value", 5),
	PIXEL_SIZE("PixelSize_um", "preset and micrometres", 3),
	PIXEL_SIZE_AFFINE("PixelSizeAffine", "preset and six numbers", 8),
	PIXEL_SIZE_DXDZ("PixelSizeAngle_dxdz", "preset and a number", 3),
	PIXEL_SIZE_DYDZ("PixelSizeAngle_dydz", "preset and a number", 3),
	PIXEL_SIZE_OPTIMAL_Z("PixelSizeOptimalZ_Um", "preset and micrometres", 3),
	PARENT("Parent", "device and hub", 3),
	EQUIPMENT("Equipment", "", 0),
	IMAGE_SYNCHRO("ImageSynchro", "", 0);

	private final String word;
	private final String operands;
	private final int[] sizes;

	ConfigurationCommand(final String word, final String operands, final int... sizes) {
		this.word = word;
		this.operands = operands;
		this.sizes = sizes;
	}

	/** As it is written in the file. */
	String word() {
		return word;
	}

	/** What follows the command, in words. */
	String operands() {
		return operands;
	}

	boolean takes(final int size) {
		return Arrays.stream(sizes).anyMatch(s -> s == size);
	}

	/** The command of exactly this word, or null: case counts. */
	static ConfigurationCommand of(final String word) {
		for (final ConfigurationCommand command : values())
			if (command.word.equals(word)) return command;
		return null;
	}

	/** The command that was probably meant: equal but for case and blanks, or one letter away; null if none is near. */
	static ConfigurationCommand near(final String word) {
		final String plain = word.replace("\uFEFF", "").strip().toLowerCase(java.util.Locale.ROOT);
		for (final ConfigurationCommand command : values())
			if (distance(command.word.toLowerCase(java.util.Locale.ROOT), plain) <= 2) return command;
		return null;
	}

	/** Levenshtein's distance. */
	private static int distance(final String a, final String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			row[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			final int[] next = new int[row.length];
			next[0] = i;
			for (int j = 1; j <= b.length(); j++)
				next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
			row = next;
		}
		return row[b.length()];
	}
}
