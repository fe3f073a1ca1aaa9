package net.operando.data.io.acquired;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/**
 * One line of a journal: a stored frame, the mean of one or more exposures. Plain data that the line's writer fills and its
 * reader reads; times in monotonic ns or as units say.
 */
public final class FrameEntry {

	/** The journal's first line. The last column ends every whole line, so that a torn one is known. */
	static final String HEADER = "index,part,frame_in_part,segment,phase,position,first_slot,n_frames,requested_ns,actual_ns," +
		"utc,elapsed_ms,image_number,queue_depth,x_um,y_um,z_um,light,lock,lock_offset_nm,sample_age_s,voltage_V,current_A," +
		"lateness_us,flag,crc32,end";
	private static final int CELLS = HEADER.split(",").length;

	/** Number of the frame in its movie, from 1. */
	public int index;
	/** Number of the file it lies in, from 1. */
	public int part;
	/** Its number in that file, from 0. */
	public int frameInPart;
	/** Uninterrupted stretch of the recording, from 1; an overflow, a pause or a stall starts the next. */
	public int segment;
	/** Name of the plan's phase. */
	public String phase = "";
	/** Position visited, from 1. */
	public int position = 1;
	/** Slot of its first exposure, counted over the recording from 0. */
	public long firstSlot;
	/** Exposures it is the mean of. */
	public int exposures;
	/** Mean of the exposures' middles as they were wanted. */
	public long requestedNanos;
	/** Mean of the exposures' middles as they were. */
	public long actualNanos;
	public Instant utc = Instant.EPOCH;
	/** The driver's ElapsedTime-ms of its first exposure; NaN without. */
	public double elapsedMs = Double.NaN;
	/** The driver's ImageNumber of its first exposure; -1 without. */
	public long imageNumber = -1;
	/** Exposures waiting to be averaged and written when this frame was. */
	public int queueDepth;
	public double x_um = Double.NaN;
	public double y_um = Double.NaN;
	public double z_um = Double.NaN;
	/** Fraction of full power; NaN without a lamp. */
	public double light = Double.NaN;
	/** State of the focus lock; empty without one. */
	public String lock = "";
	public double lockOffsetNm = Double.NaN;
	/** How much older than the frame the nearest potentiostat sample is, in s; NaN without. */
	public double sampleAgeSeconds = Double.NaN;
	public double voltageVolts = Double.NaN;
	public double currentAmperes = Double.NaN;
	/** Actual minus requested middle of every exposure, us. */
	public long[] latenessMicros = {};
	/** Words that say what is unusual, separated by blanks: "partial" (fewer exposures than meant), "gap" (exposures missing before). */
	public String flag = "";
	/** CRC-32 of the frame's bytes in the file. */
	public long crc32;

	/** The line with its end. */
	String line() {
		final StringBuilder late = new StringBuilder();
		for (final long l : latenessMicros)
			late.append(late.length() == 0 ? "" : ";").append(l);
		return String.join(",", Integer.toString(index), Integer.toString(part), Integer.toString(frameInPart), Integer
			.toString(segment), phase, Integer.toString(position), Long.toString(firstSlot), Integer.toString(exposures), Long
				.toString(requestedNanos), Long.toString(actualNanos), utc.toString(), number("%.3f", elapsedMs), imageNumber < 0
					? "" : Long.toString(imageNumber), Integer.toString(queueDepth), number("%.4f", x_um), number("%.4f", y_um), number(
						"%.4f", z_um), number("%.4f", light), lock, number("%.1f", lockOffsetNm), number("%.4f", sampleAgeSeconds),
			number("%.6g", voltageVolts), number("%.6g", currentAmperes), late, flag, Long.toHexString(crc32), ".") + "\n";
	}

	private static String number(final String format, final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}

	/** The entry of a line without its end; null if it is torn or damaged. */
	static FrameEntry parse(final String line) {
		final String[] c = line.split(",", -1);
		if (c.length != CELLS || !".".equals(c[CELLS - 1])) return null;
		try {
			final FrameEntry e = new FrameEntry();
			e.index = Integer.parseInt(c[0]);
			e.part = Integer.parseInt(c[1]);
			e.frameInPart = Integer.parseInt(c[2]);
			e.segment = Integer.parseInt(c[3]);
			e.phase = c[4];
			e.position = Integer.parseInt(c[5]);
			e.firstSlot = Long.parseLong(c[6]);
			e.exposures = Integer.parseInt(c[7]);
			e.requestedNanos = Long.parseLong(c[8]);
			e.actualNanos = Long.parseLong(c[9]);
			e.utc = Instant.parse(c[10]);
			e.elapsedMs = number(c[11]);
			e.imageNumber = c[12].isEmpty() ? -1 : Long.parseLong(c[12]);
			e.queueDepth = Integer.parseInt(c[13]);
			e.x_um = number(c[14]);
			e.y_um = number(c[15]);
			e.z_um = number(c[16]);
			e.light = number(c[17]);
			e.lock = c[18];
			e.lockOffsetNm = number(c[19]);
			e.sampleAgeSeconds = number(c[20]);
			e.voltageVolts = number(c[21]);
			e.currentAmperes = number(c[22]);
			final String[] late = c[23].isEmpty() ? new String[0] : c[23].split(";");
			e.latenessMicros = new long[late.length];
			for (int i = 0; i < late.length; i++)
				e.latenessMicros[i] = Long.parseLong(late[i]);
			e.flag = c[24];
			e.crc32 = Long.parseLong(c[25], 16);
			return e.part < 1 || e.frameInPart < 0 ? null : e;
		}
		catch (final NumberFormatException | DateTimeException damaged) {
			return null;
		}
	}

	private static double number(final String cell) {
		return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
	}
}
