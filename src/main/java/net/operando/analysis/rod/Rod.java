package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.List;

/** A rod that was found. Immutable. */
public final class Rod {

	/** The flag of a rod that touches or crosses another. */
	public static final String TOUCHING = "touching";
	/** The flag of a rod one of whose ends could not be placed to better than a pixel: it is hidden or outside the image. */
	public static final String END_HIDDEN = "end_hidden";
	/** The flag of something wider than two rods side by side would be told apart from. */
	public static final String WIDE = "wide";
	/** The flag of a rod first seen later than in the first frames. */
	public static final String LATER = "later";

	private final String id;
	private final RodAxis axis;
	private final double metresPerPixel;
	private final double contrast;
	private final EndActivity start;
	private final EndActivity end;
	private final List<String> flags;

	Rod(final String id, final RodAxis axis, final double metresPerPixel, final double contrast, final EndActivity start,
		final EndActivity end, final List<String> flags)
	{
		this.id = id;
		this.axis = axis;
		this.metresPerPixel = metresPerPixel;
		this.contrast = contrast;
		this.start = start;
		this.end = end;
		this.flags = List.copyOf(flags);
	}

	Rod named(final String newId) {
		return new Rod(newId, axis, metresPerPixel, contrast, start, end, flags);
	}

	Rod withFlag(final String flag) {
		if (flags.contains(flag)) return this;
		final List<String> all = new ArrayList<>(flags);
		all.add(flag);
		return new Rod(id, axis, metresPerPixel, contrast, start, end, all);
	}

	/** This rod with what is known about its ends. */
	public Rod withActivity(final EndActivity atStart, final EndActivity atEnd) {
		return new Rod(id, axis, metresPerPixel, contrast, atStart, atEnd, flags);
	}

	/** "P1", "P2": the same rod in the whole movie. */
	public String id() {
		return id;
	}

	/** Ends and width in pixels; starts at the left end, or at the upper one of an upright rod. */
	public RodAxis axis() {
		return axis;
	}

	public double lengthMetres() {
		return axis.lengthPixels() * metresPerPixel;
	}

	public double widthMetres() {
		return axis.widthPixels() * metresPerPixel;
	}

	/** Median intensity over that of the carbon around it. */
	public double contrast() {
		return contrast;
	}

	public EndActivity startActivity() {
		return start;
	}

	public EndActivity endActivity() {
		return end;
	}

	/** What to mind; empty if nothing. */
	public List<String> flags() {
		return flags;
	}
}
