package net.operando.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.Estimate;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

/** Synthetic data of the size and look of the paper's, for tests and for the gallery; seeded. */
public final class FigureSamples {

	static final double STEP_M = 69.4e-9;
	static final double LENGTH_M = 20.4e-6;
	private static final int ROWS = 295;
	/** A pause of ten seconds begins here. */
	static final double PAUSE_S = 31;
	static final double MEETING_S = 15.3;
	static final double LEFT_SPEED = 760e-9;
	static final double RIGHT_SPEED = 600e-9;

	private FigureSamples() {}

	/** -5 to 70 s at 1 Hz with jitter and a pause. */
	static TimeAxis times() {
		final Random random = new Random(1);
		final List<Double> t = new ArrayList<>();
		for (double s = -5; s < 70; s += 1 + 0.04 * random.nextGaussian()) {
			if (s > PAUSE_S && s < PAUSE_S + 10) s = PAUSE_S + 10;
			t.add(s);
		}
		return TimeAxis.of(t.stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** Two dark fronts that meet, weakening and widening, over noise; the rod's ends outside the image are NaN. */
	static Kymograph rate(final double noise, final KymographQuantity quantity) {
		final TimeAxis times = times();
		final Random random = new Random(2);
		final float[][] values = new float[times.size()][ROWS];
		for (int c = 0; c < values.length; c++)
			for (int r = 0; r < ROWS; r++)
				values[c][r] = r < 6 ? Float.NaN : (float) (rate(times.seconds(c), r * STEP_M) + noise * random.nextGaussian());
		return Kymograph.of(values, null, times, STEP_M, quantity, 1, List.of());
	}

	static double rate(final double t, final double z) {
		if (t < 0 || t > 62) return 0;
		final double onset = 0.0015 * Math.exp(-t / 6);
		return onset + front(t, LEFT_SPEED * t - z) + front(t, z - (LENGTH_M - RIGHT_SPEED * t));
	}

	private static double front(final double t, final double behind) {
		final double grown = Math.min(1, t / 12);
		final double depth = -(0.0036 - 0.0017 * grown) * (t > MEETING_S ? Math.exp(-(t - MEETING_S) / 9) : 1);
		final double width = (1.1 + 1.3 * grown) * 1e-6;
		return depth * (behind > 0 ? Math.exp(-behind / (2 * width)) : Math.exp(-behind * behind / (width * width)));
	}

	/** What the rate adds up to, in counts. */
	static Kymograph intensity() {
		final Kymograph rate = rate(0, KymographQuantity.INTENSITY_RATE);
		final float[][] values = new float[rate.columns()][ROWS];
		for (int r = 0; r < ROWS; r++) {
			double level = 21000 * (1 + 0.12 * Math.sin(r / 5.0) * Math.exp(-Math.pow((r - 150) / 120.0, 2)));
			for (int c = 0; c < values.length; c++) {
				if (c > 0) level *= 1 + 3 * rate.value(c, Math.max(6, r)) * (rate.times().seconds(c) - rate.times().seconds(c - 1));
				values[c][r] = r < 6 ? Float.NaN : (float) level;
			}
		}
		return Kymograph.of(values, null, rate.times(), STEP_M, KymographQuantity.INTENSITY, 0, List.of());
	}

	/** The two fronts, traced with an error of a quarter micrometre. */
	static List<FrontOverlay> fronts(final String definition) {
		final Random random = new Random(3);
		final List<FrontOverlay> fronts = new ArrayList<>();
		for (int side = 0; side < 2; side++) {
			final double speed = side == 0 ? LEFT_SPEED : -RIGHT_SPEED;
			final double z0 = side == 0 ? 0 : LENGTH_M;
			final double[] t = new double[12];
			final double[] z = new double[12];
			for (int i = 0; i < t.length; i++) {
				t[i] = 2 + i;
				z[i] = z0 + speed * t[i] + 0.25e-6 * random.nextGaussian();
			}
			fronts.add(FrontOverlay.points(t, z).withLine(2, z0 + speed * 2, 13.2, z0 + speed * 13.2).withSpeed(Estimate.normal(
				speed, side == 0 ? 51e-9 : 68e-9, 12, definition)));
		}
		return fronts;
	}

	static TraceData voltage() {
		final int n = 1200;
		final double[] t = new double[n];
		final double[] v = new double[n];
		for (int i = 0; i < n; i++) {
			t[i] = -20 + i * 0.1;
			v[i] = t[i] < 0 ? 2.8 : t[i] < 60 ? 1.35 + 0.75 * Math.exp(-t[i] / 3) + 0.32 * Math.exp(-t[i] / 40) - 0.0012 * t[i] : 1.52 -
				0.05 * Math.exp(-(t[i] - 60) / 4);
		}
		return TraceData.of(t, v, "Voltage", "V");
	}

	static TraceData current() {
		final double[] t = { -20, 0, 0, 60, 60, 99 };
		final double[] i = { 0, 0, -1.12e-3, -1.12e-3, 0, 0 };
		return TraceData.of(t, i, "Current", "A");
	}

	static List<StepBand> bands() {
		return List.of(StepBand.of(-20, 0, StepBand.Kind.HOLD).labelled("Hold 2.8 V"), StepBand.of(0, 60,
			StepBand.Kind.LITHIATION).labelled("Lithiation, 5C"), StepBand.of(60, 99, StepBand.Kind.REST));
	}

	static KymographFigure measuredAndSimulated() {
		return KymographFigure.of(List.of(KymographPanel.of(rate(0.0008, KymographQuantity.INTENSITY_RATE)).titled("Measured")
			.withFronts(fronts("half_max")), KymographPanel.of(rate(0, KymographQuantity.INTENSITY_RATE)).titled("Simulated")
				.withFronts(fronts("half_max")))).withTraces(List.of(voltage(), current())).withBands(bands());
	}

	static KymographFigure singleColumn() {
		return KymographFigure.of(List.of(KymographPanel.of(rate(0.0008, KymographQuantity.INTENSITY_RATE)).withFronts(fronts(
			"half_max")))).withTraces(List.of(voltage())).withBands(bands()).withWidth(Figure.SINGLE_COLUMN_MM);
	}

	static KymographFigure intensityAndRate() {
		return KymographFigure.of(List.of(KymographPanel.of(intensity()).titled("Intensity"), KymographPanel.of(rate(0.0008,
			KymographQuantity.INTENSITY_RATE)).titled("Rate, lag 1 s").withFronts(fronts("extremum")), KymographPanel.of(rate(0,
				KymographQuantity.COMPOSITION_RATE)).titled("Simulated d*x*/d*t*"))).withTraces(List.of(voltage())).withBands(bands());
	}

	/** A rod at an angle with two fronts, in a disc of light. */
	static MemoryMovie differentialMovie() {
		final int w = 240;
		final int h = 160;
		final TimeAxis times = times();
		final Random random = new Random(5);
		final float[][] frames = new float[times.size()][w * h];
		for (int f = 0; f < frames.length; f++)
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final double angle = Math.toRadians(17);
					final double u = (x - 120) * Math.cos(angle) + (y - 80) * Math.sin(angle);
					final double v = -(x - 120) * Math.sin(angle) + (y - 80) * Math.cos(angle);
					final double z = 2 * u * STEP_M * 0.75 + LENGTH_M / 2;
					final boolean rod = z > 0 && z < LENGTH_M && Math.abs(v) < 17;
					final boolean lit = Math.hypot(x - 120, y - 80) < 118;
					frames[f][y * w + x] = !lit ? Float.NaN : (float) ((rod ? rate(times.seconds(f), z) : 0) + 0.0006 * random
						.nextGaussian());
				}
		return MemoryMovie.ofValues("rod", w, h, frames, times, Calibration.ofMicrometres(0.104), List.of());
	}

	static MemoryMovie rawMovie() {
		final MemoryMovie rate = differentialMovie();
		final float[][] frames = new float[rate.frameCount()][];
		final Random random = new Random(6);
		final float[] speckle = new float[240 * 160];
		for (int i = 0; i < speckle.length; i++)
			speckle[i] = (float) (1 + 0.2 * random.nextGaussian());
		for (int f = 0; f < frames.length; f++) {
			frames[f] = new float[240 * 160];
			for (int i = 0; i < speckle.length; i++) {
				final float before = f == 0 ? 0 : frames[f - 1][i];
				final float r = rate.frame(f, null)[i];
				final boolean rod = Math.abs(-(i % 240 - 120) * 0.2924 + (i / 240 - 80) * 0.9563) < 17 && Math.abs(i % 240 - 120) < 98;
				frames[f][i] = Float.isNaN(r) ? 0 : f == 0 ? (rod ? 21000 : 8000) * speckle[i] : before * (1 + 5 * r);
			}
		}
		return MemoryMovie.ofValues("raw", 240, 160, frames, rate.times(), rate.calibration(), List.of());
	}

	static DifferentialPanelFigure differentialImages() {
		final MemoryMovie movie = differentialMovie();
		final List<ImagePanel> images = new ArrayList<>();
		for (final double t : new double[] { -2, 3, 6, 9, 12, 20 }) {
			final ImagePanel image = ImagePanel.ofFrame(movie, t, net.operando.data.movie.Region.of(0, 0, 240, 160));
			images.add(image.withLines(List.of(LinePath.straight(26, 51, 214, 109))));
		}
		return DifferentialPanelFigure.of(images, movie.calibration(), KymographQuantity.INTENSITY_RATE);
	}

	static CapacityFigure capacities() {
		final List<CapacityPoint> points = new ArrayList<>();
		final Random random = new Random(7);
		final double[] rates = { 0.2, 1, 5, 20, 1 };
		final double[] capacities = { 168, 150, 114, 83, 148 };
		for (int cycle = 1; cycle <= 25; cycle++) {
			final int k = (cycle - 1) / 5;
			final double q = capacities[k] - 0.4 * (cycle - 5 * k) + random.nextGaussian();
			points.add(new CapacityPoint(cycle, q + 4 + (cycle == 1 ? 20 : 0), rates[k], true));
			points.add(new CapacityPoint(cycle, q, rates[k], false));
		}
		return CapacityFigure.of(points);
	}

	static LinePlotFigure plots() {
		return LinePlotFigure.of(List.of(composition(), diffusion(), arrhenius(), length()), 2);
	}

	static PlotPanel composition() {
		final double[] z = new double[101];
		for (int i = 0; i < z.length; i++)
			z[i] = 0.204 * i;
		final List<Series> lines = new ArrayList<>();
		final ColourLimits limits = ColourLimits.of(0, 20);
		for (int t = 0; t <= 20; t += 2) {
			final double[] x = new double[z.length];
			for (int i = 0; i < x.length; i++)
				x[i] = 0.08 + 0.012 * t * (Math.exp(-Math.pow(z[i] / (0.5 + 0.45 * t), 4)) + Math.exp(-Math.pow((20.4 - z[i]) / (0.5 +
					0.45 * t), 4)));
			lines.add(Series.line("", z, x).withColour(ColourMap.sequential().colour(0.9 * limits.fraction(t))));
		}
		return PlotPanel.of("Position", "um", "*x* in Li₁₇*ₓ*Nb₁₄W₃O₄₄", "", lines).withColourBar(ColourMap.sequential(),
			limits, "Time", "s");
	}

	static PlotPanel diffusion() {
		final Random random = new Random(8);
		final double[] x = new double[45];
		final double[] d = new double[45];
		final double[] low = new double[45];
		final double[] high = new double[45];
		final double[] fit = new double[45];
		for (int i = 0; i < x.length; i++) {
			x[i] = 0.02 + 0.021 * i;
			fit[i] = Math.pow(10, -11 - 6 * Math.exp(-x[i] / 0.025) - 2 * Math.max(0, x[i] - 0.22));
			d[i] = fit[i] * Math.exp(0.25 * random.nextGaussian());
			low[i] = d[i] / 1.35;
			high[i] = d[i] * 1.35;
		}
		return PlotPanel.of("*x*", "", "*D*", "m2/s", List.of(Series.points("GITT, short time", x, d).withBars(low, high), Series
			.line("PCHIP fit", x, fit), Series.points("PFG-NMR", new double[] { 0.42 }, new double[] { 1.8e-12 }).withErrors(
				new double[] { 0.5e-12 }))).withLogY();
	}

	static PlotPanel arrhenius() {
		final double[] inverse = { 2.15, 2.25, 2.35, 2.47, 2.58, 2.67 };
		final double[] d = new double[6];
		final double[] se = new double[6];
		for (int i = 0; i < 6; i++) {
			d[i] = 2.93e-9 * Math.exp(-0.19 / 8.617e-5 * inverse[i] * 1e-3) * (1 + 0.05 * Math.sin(7 * i));
			se[i] = 0.08 * d[i];
		}
		final double[] all = new double[50];
		final double[] line = new double[50];
		final double[] low = new double[50];
		final double[] high = new double[50];
		for (int i = 0; i < 50; i++) {
			all[i] = 2.1 + 0.026 * i;
			line[i] = 2.93e-9 * Math.exp(-0.19 / 8.617e-5 * all[i] * 1e-3);
			final double s = 0.05 + 0.35 * Math.abs(all[i] - 2.4);
			low[i] = line[i] * Math.exp(-1.96 * s);
			high[i] = line[i] * Math.exp(1.96 * s);
		}
		return PlotPanel.of("1000/*T*", "1/K", "*D*", "m2/s", List.of(Series.band("95 % interval", all, low, high), Series.line(
			"*E*ₐ = 190 ± 30 meV", all, line).asDashed(), Series.points("PFG-NMR", inverse, d).withErrors(se)))
			.withLogY();
	}

	static PlotPanel length() {
		final Random random = new Random(9);
		final double[] q = new double[60];
		final double[] strain = new double[60];
		final double[] se = new double[60];
		for (int i = 0; i < q.length; i++) {
			q[i] = 3 * i;
			strain[i] = 6 / (1 + Math.exp(-(q[i] - 80) / 25)) + 0.12 * random.nextGaussian() - 0.24;
			se[i] = 0.12;
		}
		return PlotPanel.of("Specific capacity", "mAh/g", "Elongation", "%", List.of(Series.points("1C", q, strain).withErrors(se),
			Series.line("XRD, C/8", new double[] { 0, 40, 80, 120, 160, 178 }, new double[] { 0, 0.9, 2.9, 4.8, 6.1, 6.6 })));
	}

	/** Values with the numbers, means and standard errors of the paper's Figure 3i, spread evenly, and its simulated ones. */
	static BoxFigure rates() {
		return BoxFigure.of(List.of(BoxGroup.of("1C", spread(16, 210, 20), new double[] { 500 }), BoxGroup.of("5C", spread(41, 580,
			30), new double[] { 930 }), BoxGroup.of("20C", spread(16, 1300, 100), new double[] { 1900 })), "C-rate of lithiation",
			"Front velocity, half maximum", "nm/s");
	}

	/** n values from low to high, evenly, of a mean and a standard error. */
	private static double[] spread(final int n, final double mean, final double standardError) {
		final double[] values = new double[n];
		// n values one apart have a variance of n (n + 1) / 12
		final double step = standardError * Math.sqrt(12.0 / (n + 1));
		for (int i = 0; i < n; i++)
			values[i] = mean + step * (i - 0.5 * (n - 1));
		return values;
	}

	/** Rods that take up the capacities of the paper's Figure 2e, two at each C-rate. */
	static ElongationFigure elongations() {
		final List<ElongationCurve> curves = new ArrayList<>();
		final double[][] ends = { { 1, 180, 6 }, { 5, 106, 5 }, { 20, 68, 3 } };
		for (final double[] end : ends)
			for (int rod = 0; rod < 2; rod++) {
				final double[] capacity = new double[200];
				final double[] percent = new double[200];
				for (int i = 0; i < 200; i++) {
					capacity[i] = end[1] * i / 199 * (1 - 0.05 * rod);
					percent[i] = (end[2] - 0.4 * rod) * i / 199 + 0.02 * Math.sin(1.3 * i);
				}
				curves.add(ElongationCurve.of(end[0], capacity, percent));
			}
		return ElongationFigure.of(curves).withReference("XRD, *c* axis (placeholder)", new double[] { 0, 14.3, 35.7, 67.7, 99.8,
			142.6, 160.4, 178 }, new double[] { 0, 0.05, 0.7, 2.3, 4.1, 6.3, 7, 7.05 });
	}
}
