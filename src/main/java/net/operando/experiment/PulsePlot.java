package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;

import net.operando.figure.PlotPanel;
import net.operando.figure.Series;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.Style;
import net.operando.model.titration.DiffusionPoint;
import net.operando.model.titration.TitrationPulse;
import net.operando.model.titration.TitrationRecord;

/** One pulse as it is shown: samples around the fitted window, the samples in it, and the fit. Immutable. */
final class PulsePlot {

	/** Parts of the window's span shown before the change of the current and after the window. */
	private static final double BEFORE = 0.12;
	private static final double AFTER = 0.37;
	private static final int MOST_SAMPLES = 400;
	private static final int MOST_POINTS = 30;

	private final TitrationRecord record;
	private final DiffusionPoint point;
	private final boolean switchedOff;
	private final double change;
	private final double last;

	private PulsePlot(final TitrationRecord record, final DiffusionPoint point, final boolean switchedOff,
		final double change, final double last)
	{
		this.record = record;
		this.point = point;
		this.switchedOff = switchedOff;
		this.change = change;
		this.last = last;
	}

	/** A point that gives a D; one without a fitted window is shown over its whole pulse. */
	static PulsePlot of(final TitrationRecord record, final DiffusionPoint point) {
		final TitrationPulse pulse = record.pulses().get(point.pulse() - 1);
		final double[] window = point.windowSeconds();
		if (window.length == 0) return new PulsePlot(record, point, false, pulse.startSeconds(), pulse.endSeconds());
		final boolean off = window[0] >= pulse.endSeconds();
		return new PulsePlot(record, point, off, off ? pulse.endSeconds() : pulse.startSeconds(), window[window.length -
			1]);
	}

	PlotPanel panel(final boolean labelled) {
		final DisplayUnit unit = DisplayUnit.choose("s", last - change);
		final double from = change - BEFORE * (last - change);
		final double to = last + AFTER * (last - change);
		final List<Series> marks = new ArrayList<>();
		final double[][] samples = thinned(samples(from, to), MOST_SAMPLES, unit);
		marks.add(Series.line(labelled ? "recorded" : "", samples[0], samples[1]).withColour(Style.FAINT));
		final double[] window = point.windowSeconds();
		if (window.length > 0) {
			final double[][] measured = thinned(new double[][] { window, point.measuredVolts() }, MOST_POINTS, unit);
			marks.add(Series.points(labelled ? "fitted window" : "", measured[0], measured[1]).withColour(Style.series(0))
				.asHollow());
			final double[][] fitted = thinned(new double[][] { window, point.fittedVolts() }, MOST_SAMPLES, unit);
			marks.add(Series.line(labelled ? "fit" : "", fitted[0], fitted[1]).withColour(Style.series(1)));
		}
		return PlotPanel.of(switchedOff ? "Time since current off" : "Time since current on", unit.text(), "Voltage", "V",
			marks).withXLimits((from - change) * unit.factor(), (to - change) * unit.factor());
	}

	/** Those between two times, and one more on either side, so that the line reaches the axes' ends. */
	private double[][] samples(final double from, final double to) {
		int a = 0;
		while (a + 1 < record.size() && record.seconds(a + 1) < from)
			a++;
		int b = a;
		while (b < record.size() - 1 && record.seconds(b) <= to)
			b++;
		final double[][] columns = new double[2][b - a + 1];
		for (int i = a; i <= b; i++) {
			columns[0][i - a] = record.seconds(i);
			columns[1][i - a] = record.volts(i);
		}
		return columns;
	}

	/** Times since the change in the unit shown; of many samples, even parts of the rows and the last. */
	private double[][] thinned(final double[][] columns, final int most, final DisplayUnit unit) {
		final int n = columns[0].length;
		final int kept = Math.min(n, most);
		final double[][] thin = new double[2][kept];
		for (int i = 0; i < kept; i++) {
			final int from = kept == 1 ? 0 : (int) ((long) i * (n - 1) / (kept - 1));
			thin[0][i] = (columns[0][from] - change) * unit.factor();
			thin[1][i] = columns[1][from];
		}
		return thin;
	}
}
