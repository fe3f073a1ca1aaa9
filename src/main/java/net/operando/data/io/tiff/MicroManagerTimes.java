package net.operando.data.io.tiff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import net.operando.data.io.FrameClock;

/**
 * The times of a Micro-Manager recording from what it wrote per image. ElapsedTime-ms is the time; as it restarts with
 * every sequence, a recording in which it goes back is put on the host's clock instead where that is written finely
 * enough, and otherwise needs a times file.
 */
final class MicroManagerTimes {

	private MicroManagerTimes() {}

	/**
	 * Gives the parts their times, origin and pixel size.
	 *
	 * @param images what is known of each frame, in the order of the frames
	 */
	static void apply(final List<MicroManagerImage> images, final MovieParts parts) {
		if (images.isEmpty()) return;
		final double[] elapsed = images.stream().mapToDouble(MicroManagerImage::elapsedSeconds).toArray();
		int known = 0;
		for (final double t : elapsed)
			if (!Double.isNaN(t)) known++;
		final MicroManagerImage first = images.get(0);
		parts.pixelSize(first.pixelSizeMicrometres, Double.NaN);
		final Instant received = first.receivedInstant();
		if (first.lacksZone()) parts.warn("Its start, " + first.received.trim() +
			", is written without a time zone and is not used: give starttime to align it with other recordings.");
		if (known < elapsed.length) {
			if (known > 0) parts.warn("Only " + known + " of " + elapsed.length +
				" frames have an ElapsedTime-ms, so the times are made from the frame interval alone.");
			parts.clock().origin(received);
			return;
		}
		if (!FrameClock.isIncreasing(elapsed)) {
			final double[] clock = clock(images);
			if (clock != null) {
				parts.warn("ElapsedTime-ms restarts within the recording, so the host's clock (ReceivedTime) gives the times.");
				parts.clock().seconds(clock);
				parts.clock().origin(received);
				return;
			}
		}
		parts.clock().seconds(elapsed);
		if (received == null) return;
		parts.clock().origin(received.minusNanos(Math.round(elapsed[0] * 1e9)));
		if (!first.hasFineClock()) parts.warn("Its start is written in whole seconds, so it is known to 1 s only.");
	}

	/** Seconds since the first frame on the host's clock; null unless all are known, fine and increasing. */
	private static double[] clock(final List<MicroManagerImage> images) {
		final double[] t = new double[images.size()];
		final Instant start = images.get(0).receivedInstant();
		for (int i = 0; i < t.length; i++) {
			final Instant received = images.get(i).receivedInstant();
			if (received == null || !images.get(i).hasFineClock()) return null;
			final Duration since = Duration.between(start, received);
			t[i] = since.getSeconds() + since.getNano() * 1e-9;
		}
		return FrameClock.isIncreasing(t) ? t : null;
	}
}
