package net.operando.data.io;

import java.nio.file.Path;

import net.operando.base.quantity.TimeAxis;

/** The time axis of a movie whose file holds a rate only, or nothing: made once, when it is opened. */
public final class NominalTimes {

	private NominalTimes() {}

	/**
	 * The interval asked for; else the file's; else, if a file of times will replace the axis anyway, any.
	 *
	 * @param fileIntervalSeconds from the file's rate; NaN if it has none
	 * @throws FormatException if there is no interval at all
	 */
	public static TimeAxis axis(final Path file, final int frames, final double fileIntervalSeconds,
		final MovieOpenOptions options)
	{
		double seconds = options.frameIntervalSeconds();
		if (Double.isNaN(seconds)) seconds = fileIntervalSeconds;
		if (Double.isNaN(seconds) && options.times().isPresent()) seconds = 1;
		if (Double.isNaN(seconds)) throw new FormatException(file,
			"holds neither frame times nor a frame rate: give frameintervalseconds, or a CSV of the frame times with the key times.");
		return TimeAxis.nominal(frames, seconds);
	}
}
