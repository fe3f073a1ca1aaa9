package net.operando.analysis.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/** Follows one crack's tip: its line refined, the rod's edges found, the path fitted. Lives for one crack. */
final class CrackTracing {

	private static final double HALF_LENGTH_UM = 3;
	private static final double BEYOND_UM = 0.8;
	/** How far the edges may be from where the given width has them. */
	private static final double EDGE_SEARCH_UM = 0.45;
	/** Rows nearer than that to an edge see the carbon beside the rod. */
	private static final double EDGE_MARGIN_UM = 0.25;
	/** Half the width of what the fringes may do to the place of an edge, in um; a uniform error within it. */
	private static final double EDGE_SIGMA_UM = 0.02;
	/**
	 * By how much a blunt tip leads what is seen of it, in um, root mean square: a slit that opens as the square root of the
	 * distance from its tip, up to its full width over a length l (Irwin, J. Appl. Mech. 24 (1957) 361), swallows the light of
	 * one that is full from l / 3 behind the tip on. Where l is anything up to 0.1 um, the lead is anything up to 33 nm. It is
	 * stated and not taken off, as l is not known; the speed is free of it.
	 */
	private static final double BLUNT_UM = 0.1 / 3 / Math.sqrt(3);
	/** Rows whose residuals hang together: four standard deviations of the point spread. */
	private static final double CLUSTER_UM = 0.45;
	private static final double LEAST_EXPLAINED = 0.7;
	/** Share of the rows that must show a step of at least a share of the middle one: dust fades towards its rim, a crack does not. */
	private static final double ROWS_WITH_STEP = 0.9;
	private static final double ROW_STEP = 0.4;
	/** Frames of a row that are used: so many durations of its step to either side, and so many frames more. */
	private static final double REACH_STEPS = 4;
	private static final int REACH_FRAMES = 4;
	/**
	 * A change of the whole rod from frame to frame that is so many times the usual one is a jump: four standard deviations
	 * of a focus that jitters normally, of whose changes the median is 0.67 standard deviations. At half of that one frame
	 * in 25 would be a jump, and levels that are free after each take the step of the crack with them.
	 */
	private static final double JUMP = 6;
	private static final int MOST_JUMPS = 6;
	/** Variance of the microscope's point spread (domain: 111 nm). */
	private static final double PSF_VARIANCE_UM2 = 0.111 * 0.111;

	private final Movie movie;
	private final LinePath line;
	private final CrackParameters parameters;
	private final double sigma;
	private final double pixel;
	private final double[] changes;
	private final TipWindow window;
	private final int position;
	private double along;
	private double slope;
	/** Columns of the edges. */
	private double leftEdge;
	private double rightEdge;

	private CrackTracing(final Movie movie, final LinePath line, final CrackParameters parameters,
		final StepSearch.Candidate candidate, final double[] changes, final double sigma, final Progress progress)
	{
		this.movie = movie;
		this.line = line;
		this.parameters = parameters;
		this.changes = changes;
		this.sigma = sigma;
		pixel = movie.calibration().micrometresPerPixel();
		position = (int) Math.round(candidate.position);
		slope = candidate.slope;
		final double interval = movie.times().medianIntervalSeconds();
		final double run = Math.abs(candidate.slownessSecondsPerPixel) * parameters.widthPixels();
		// what comes long after (the pieces part) is not the tip's doing
		final double margin = Math.max(8 * interval, Math.max(5, 0.25 * run));
		final int from = movie.times().firstAtOrAfter(candidate.seconds - 0.5 * run - margin);
		final int to = movie.times().firstAtOrAfter(candidate.seconds + 0.5 * run + margin);
		window = TipWindow.read(movie, line, position, (int) Math.round(HALF_LENGTH_UM / pixel), parameters.widthPixels() +
			2 * (int) Math.round(BEYOND_UM / pixel), from, to, progress);
	}

	/**
	 * @param changes of the whole rod from each frame to the next
	 * @return null if the candidate is no crack
	 */
	static Crack trace(final Movie movie, final LinePath line, final CrackParameters parameters,
		final StepSearch.Candidate candidate, final double[] changes, final double sigma, final Progress progress)
	{
		final CrackTracing tracing = new CrackTracing(movie, line, parameters, candidate, changes, sigma, progress);
		if (tracing.window.frames() < 8) return null;
		tracing.refineLine();
		tracing.findEdges();
		try {
			return tracing.crack(candidate);
		}
		catch (final InsufficientDataException e) {
			// a candidate without a path is no crack, which is an answer
			return null;
		}
	}

	private int edgeFrames() {
		return Math.max(3, window.frames() / 8);
	}

	/** Where the response has risen most from the window's first frames to its last. */
	private void refineLine() {
		final float[] before = window.mean(0, edgeFrames());
		final float[] after = window.mean(window.frames() - edgeFrames(), window.frames());
		double best = Double.NEGATIVE_INFINITY;
		final double first = slope;
		final int margin = (window.width() - parameters.widthPixels()) / 2 + (int) Math.ceil(EDGE_MARGIN_UM / pixel);
		for (double s = first - 0.1; s <= first + 0.1; s += 0.02)
			for (double a = -4; a <= 4; a += 0.25) {
				double sum = 0;
				for (int k = margin; k < window.width() - margin; k++) {
					final double rise = window.response(after, a + s * window.across(k), k, sigma) - window.response(before, a + s *
						window.across(k), k, sigma);
					if (!Double.isNaN(rise)) sum += rise;
				}
				if (sum > best) {
					best = sum;
					slope = s;
					along = a;
				}
			}
	}

	private void findEdges() {
		final double[] profile = window.profileAcross(window.mean(0, window.frames()), slope, 0.6 / pixel, Double.POSITIVE_INFINITY);
		final double[] reversed = new double[profile.length];
		for (int k = 0; k < profile.length; k++)
			reversed[k] = profile[profile.length - 1 - k];
		final double nominal = 0.5 * (window.width() - parameters.widthPixels()) - 0.5;
		final double around = EDGE_SEARCH_UM / pixel;
		final double left = RodEdge.find(profile, nominal - around, nominal + around, pixel);
		final double right = RodEdge.find(reversed, nominal - around, nominal + around, pixel);
		leftEdge = Double.isNaN(left) ? nominal : left;
		rightEdge = window.width() - 1 - (Double.isNaN(right) ? nominal : right);
	}

	/**
	 * How far the blur moves the tip as a row sees it, in um: where the rod grows brighter across, what lies on the brighter
	 * side counts more. For an exponential of rate q under a Gaussian of variance s2 it is q s2.
	 */
	private double[] lean() {
		final double[] light = window.profileAcross(window.mean(0, window.frames()), slope, 0.45 / pixel, 1.2 / pixel);
		final double[] lean = new double[light.length];
		for (int k = 1; k < light.length - 1; k++)
			lean[k] = PSF_VARIANCE_UM2 * Math.log(light[k + 1] / light[k - 1]) / (2 * pixel);
		return lean;
	}

	private double pathMicrometres(final double column) {
		return (column - 0.5 * (window.width() - 1)) * pixel * Math.hypot(1, slope);
	}

	private Crack crack(final StepSearch.Candidate candidate) {
		final int first = (int) Math.ceil(leftEdge + EDGE_MARGIN_UM / pixel);
		final int last = (int) Math.floor(rightEdge - EDGE_MARGIN_UM / pixel);
		final double[] y = new double[Math.max(0, last - first + 1)];
		final double[][] signal = new double[y.length][window.frames()];
		if (y.length < 5) return null;
		final double[] lean = lean();
		final double[] seconds = new double[window.frames()];
		for (int f = 0; f < seconds.length; f++) {
			seconds[f] = window.seconds(f);
			for (int k = 0; k < y.length; k++) {
				y[k] = pathMicrometres(first + k) + lean[first + k];
				signal[k][f] = window.response(window.frame(f), along + slope * window.across(first + k), first + k, sigma);
			}
		}
		final int cluster = (int) Math.max(1, Math.round(CLUSTER_UM / pixel));
		final int[] jumps = jumps();
		final TipFit whole = TipFit.of(seconds, y, signal, jumps, candidate.slownessSecondsPerPixel / pixel / Math.hypot(1, slope),
			candidate.seconds, cluster);
		final TipFit fit = TipFit.of(seconds, y, around(whole, seconds, y, signal), jumps, whole.slowness(), whole.middleSeconds(),
			cluster);
		if (fit.medianStep() < 0.7 * parameters.threshold() || fit.shareAbove(ROW_STEP * fit
			.medianStep()) < ROWS_WITH_STEP || fit
			.explained() < LEAST_EXPLAINED) return null;
		return crack(fit);
	}

	/** Frames of the window after which the whole rod changed: the focus or the stage jumped. */
	private int[] jumps() {
		final double[] sorted = changes.clone();
		Arrays.sort(sorted);
		final double least = JUMP * sorted[sorted.length / 2];
		return IntStream.range(0, window.frames() - 1).filter(f -> changes[window.firstFrame() + f] > least).boxed().sorted((a,
			b) -> Double.compare(changes[window.firstFrame() + b], changes[window.firstFrame() + a])).limit(MOST_JUMPS).mapToInt(
				Integer::intValue).toArray();
	}

	/** The signal of each row around its own step only, so that what happens at other times does not move it. */
	private double[][] around(final TipFit fit, final double[] seconds, final double[] y, final double[][] signal) {
		final double reach = Math.min(REACH_STEPS * fit.softnessSeconds(), REACH_STEPS * 0.2 * Math.abs(fit.slowness()) + 2 *
			movie.times().medianIntervalSeconds()) + REACH_FRAMES * movie.times().medianIntervalSeconds();
		final double[][] near = new double[y.length][];
		for (int k = 0; k < y.length; k++) {
			near[k] = signal[k].clone();
			for (int f = 0; f < seconds.length; f++)
				if (Math.abs(seconds[f] - fit.secondsAt(y[k])) > reach) near[k][f] = Double.NaN;
		}
		return near;
	}

	private Crack crack(final TipFit fit) {
		final boolean fromLeft = fit.slowness() >= 0;
		final double start = pathMicrometres(fromLeft ? leftEdge : rightEdge);
		final double end = pathMicrometres(fromLeft ? rightEdge : leftEdge);
		final double onset = fit.secondsAt(start);
		final double crossed = fit.secondsAt(end);
		final Estimate velocity = velocity(fit);
		final double error = Math.sqrt(fit.varianceAt(start) + fit.slowness() * fit.slowness() * (EDGE_SIGMA_UM *
			EDGE_SIGMA_UM + BLUNT_UM * BLUNT_UM));
		final List<CrackTip> tips = tips(fit, start, end, onset, crossed);
		final Estimate tipVelocity = Estimate.of(velocity.value(), velocity.standardError(), velocity.low(), velocity.high(),
			tips.size(), velocity.definition());
		final double interval = movie.times().medianIntervalSeconds();
		final boolean outside = onset < movie.times().seconds(0) || crossed > movie.times().seconds(movie.frameCount() - 1);
		final String flag = outside ? Crack.INCOMPLETE : Double.isInfinite(velocity.high()) || crossed - onset < 2 * interval
			? Crack.UNRESOLVED : Crack.OK;
		final int onsetFrame = Math.min(movie.frameCount() - 1, movie.times().firstAtOrAfter(onset));
		final double[] from = image(start);
		final double[] to = image(end);
		return new Crack(0, onsetFrame, Estimate.normal(onset, error, tips.size(), "tip at the rod's edge"), crossed, (position +
			along) * pixel * 1e-6, Math.toDegrees(Math.atan(slope)), fromLeft ? CrackEdge.LEFT : CrackEdge.RIGHT,
			tipVelocity, fit.medianStep(), flag, LinePath.straight(from[0], from[1], to[0], to[1]), tips);
	}

	/** From the slowness, whose error is the symmetric one. */
	private static Estimate velocity(final TipFit fit) {
		final double p = Math.abs(fit.slowness());
		final double half = fit.quantile() * fit.slownessError();
		return Estimate.of(1e-6 / p, 1e-6 * fit.slownessError() / (p * p), 1e-6 / (p + half), p > half ? 1e-6 / (p - half)
			: Double.POSITIVE_INFINITY, 0, "tip along the crack");
	}

	private List<CrackTip> tips(final TipFit fit, final double start, final double end, final double onset,
		final double crossed)
	{
		final List<CrackTip> tips = new ArrayList<>();
		final double direction = Math.signum(end - start);
		for (int f = 0; f < window.frames(); f++) {
			final double t = window.seconds(f);
			if (t < onset || t > crossed) continue;
			final double[] tip = fit.tip(f);
			// the edges bound what a frame can say
			final double reached = direction * (tip[0] - start);
			if (!(reached > EDGE_MARGIN_UM && reached < direction * (end - start) - EDGE_MARGIN_UM)) continue;
			final double[] place = image(tip[0]);
			tips.add(new CrackTip(window.firstFrame() + f, t, 1e-6 * reached, 1e-6 * tip[1], 1e-6 * (t - onset) / Math.abs(fit
				.slowness()), place[0], place[1]));
		}
		return tips;
	}

	/** A place on the crack, in um along it from the axis, on the image in px. */
	private double[] image(final double path_um) {
		final double across = path_um / pixel / Math.hypot(1, slope);
		final double distance = position + along + slope * across;
		final double dx = (line.x(1) - line.x(0)) / line.length();
		final double dy = (line.y(1) - line.y(0)) / line.length();
		return new double[] { line.x(0) + distance * dx - across * dy, line.y(0) + distance * dy + across * dx };
	}
}
