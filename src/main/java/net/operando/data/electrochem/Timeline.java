package net.operando.data.electrochem;

import net.operando.base.quantity.TimeAxis;

/**
 * The electrochemistry at every frame of a movie. Values are linear between two samples of one segment and NaN in gaps
 * and outside the recording; nothing is carried across a gap. Immutable.
 */
public final class Timeline {

	private final double[] movieSeconds;
	private final double[] voltage;
	private final double[] current;
	private final double[] mahPerG;
	private final double[] x;
	private final double[] cRate;
	private final int[] step;
	private final Steps steps;

	private Timeline(final int n, final Steps steps) {
		movieSeconds = new double[n];
		voltage = new double[n];
		current = new double[n];
		mahPerG = new double[n];
		x = new double[n];
		cRate = new double[n];
		step = new int[n];
		this.steps = steps;
	}

	/** The electrochemistry at each time of a movie, given how its clock goes with the potentiostat's. */
	public static Timeline of(final TimeAxis movie, final ClockAlignment alignment, final Steps steps,
		final ChargeState charge)
	{
		final CyclerRecording r = charge.recording();
		final Timeline timeline = new Timeline(movie.size(), steps);
		for (int f = 0; f < movie.size(); f++) {
			final double seconds = alignment.electrochemSeconds(movie.seconds(f));
			timeline.movieSeconds[f] = movie.seconds(f);
			timeline.step[f] = steps.indexAt(seconds);
			timeline.fill(f, r, charge, seconds, r.segmentAt(seconds));
		}
		return timeline;
	}

	private void fill(final int f, final CyclerRecording r, final ChargeState charge, final double seconds,
		final int segment)
	{
		if (segment < 0) {
			voltage[f] = current[f] = mahPerG[f] = x[f] = cRate[f] = Double.NaN;
			return;
		}
		final int i = r.sampleAtOrBefore(segment, seconds);
		final int j = Math.min(i + 1, r.endSample(segment) - 1);
		final double w = j == i || seconds <= r.timeSeconds(i) ? 0 : (seconds - r.timeSeconds(i)) / (r.timeSeconds(j) - r
			.timeSeconds(i));
		voltage[f] = r.voltageVolts(i) + w * (r.voltageVolts(j) - r.voltageVolts(i));
		current[f] = r.currentAmperes(i) + w * (r.currentAmperes(j) - r.currentAmperes(i));
		final double coulombs = charge.coulombsAt(seconds);
		mahPerG[f] = charge.mahPerG(coulombs);
		x[f] = charge.x(coulombs);
		cRate[f] = charge.cRate(current[f]);
	}

	/** Number of frames. */
	public int size() {
		return movieSeconds.length;
	}

	/** Time of a frame in s, on the movie's clock. */
	public double movieSeconds(final int frame) {
		return movieSeconds[frame];
	}

	/** Voltage in V; NaN in a gap. */
	public double voltageVolts(final int frame) {
		return voltage[frame];
	}

	/** Current in A with the sign of the file; NaN in a gap. */
	public double currentAmperes(final int frame) {
		return current[frame];
	}

	/** Net charge since the recording began in mAh/g, positive for lithiation; NaN in a gap or without a mass. */
	public double chargeMahPerG(final int frame) {
		return mahPerG[frame];
	}

	/** Lithium content; NaN in a gap, or without a mass or a start. */
	public double x(final int frame) {
		return x[frame];
	}

	/** C-rate, positive for lithiation; NaN in a gap or without a mass. */
	public double cRate(final int frame) {
		return cRate[frame];
	}

	/** Index of the step in {@link Steps#list()}; -1 in a gap. */
	public int step(final int frame) {
		return step[frame];
	}

	/** What the instrument did at the frame: the label of the step's kind, or "gap". */
	public String stepLabel(final int frame) {
		return step[frame] < 0 ? "gap" : steps.list().get(step[frame]).kind().label();
	}
}
