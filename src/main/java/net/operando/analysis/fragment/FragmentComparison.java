package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;

/** Compares the pieces that live at one time: ratios where the rod holds least lithium, and responses to the cycling. */
final class FragmentComparison {

	/** Makes the mean image of some frames. */
	@FunctionalInterface
	interface Images {

		float[] mean(int first, int last);
	}

	/** Frames of which the state with least lithium is the mean. */
	private static final int STATE_FRAMES = 5;
	/** Below this relative change of every piece nothing is said about responses. */
	private static final double LEAST_CHANGE = 0.05;
	/** Windows are made longer by this part of themselves, so that a long movie takes no longer than it must. */
	private static final int STEP = 20;
	/** A piece that responds by this share of the strongest takes part. */
	private static final double TOOK_PART = 0.5;
	/** Edge of the blocks that are drawn together, in um. */
	private static final double BLOCK_MICROMETRES = 1;

	private final List<Fragment> pieces;
	private final double[] contents;
	private final FragmentParameters parameters;
	private final Images images;
	private final RodStrip strip;
	private final RodOutline outline;
	private final double metresPerPixel;
	private final double background;

	FragmentComparison(final List<Fragment> pieces, final double[] contents, final FragmentParameters parameters,
		final Images images, final RodStrip strip, final RodOutline outline, final double metresPerPixel,
		final double background)
	{
		this.pieces = pieces;
		this.contents = contents;
		this.parameters = parameters;
		this.images = images;
		this.strip = strip;
		this.outline = outline;
		this.metresPerPixel = metresPerPixel;
		this.background = background;
	}

	void run(final Progress progress) {
		for (int i = 0; i < pieces.size(); i++) {
			progress.checkCancelled();
			final Fragment piece = pieces.get(i);
			piece.measures = new Fragment.Measures();
			measureState(piece);
			measureResponse(piece);
			judge(piece);
			progress.update((i + 1.0) / pieces.size(), "comparing the pieces");
		}
	}

	/** The pieces of a frame, along the line. */
	private List<Fragment> aliveIn(final int frame) {
		final List<Fragment> alive = new ArrayList<>();
		for (final Fragment f : pieces)
			if (f.span.livesIn(frame)) alive.add(f);
		alive.sort((a, b) -> Double.compare(a.startMetres[frame], b.startMetres[frame]));
		return alive;
	}

	private void measureState(final Fragment piece) {
		final Fragment.Measures m = piece.measures;
		final int[] window = leastLithium(piece);
		m.firstFrame = window[0];
		m.lastFrame = window[1];
		final List<Fragment> alive = aliveIn(window[0]);
		final float[] image = images.mean(window[0], window[1]);
		final List<LevelEstimate> levels = new ArrayList<>();
		Fragment darkest = null;
		LevelEstimate darkestLevel = null;
		for (int i = 0; i < alive.size(); i++) {
			final Fragment other = alive.get(i);
			final LevelEstimate level = LevelEstimate.of(PiecePixels.of(image, strip, outline, at(other.startMetres, window), at(
				other.endMetres, window), parameters.erodeMicrometres() * 1e-6 / metresPerPixel, background), BLOCK_MICROMETRES *
					1e-6 / metresPerPixel, parameters.bootstrapSamples(), parameters.seed() + 7919L * other.id().hashCode());
			levels.add(level);
			if (darkestLevel == null || level.level() < darkestLevel.level()) {
				darkest = other;
				darkestLevel = level;
			}
		}
		final int k = alive.indexOf(piece);
		final LevelEstimate own = levels.get(k);
		m.lengthMetres = (at(piece.endMetres, window) - at(piece.startMetres, window)) * metresPerPixel;
		m.widthMetres = outline.width() * metresPerPixel;
		m.mean = own.mean("mean intensity");
		double swing = 0;
		for (final LevelEstimate level : levels)
			if (level.swingOverRoot() > swing) swing = level.swingOverRoot();
		m.previous = k == 0 ? Estimate.none(0, "ratio") : own.over(levels.get(k - 1), swing, "ratio to " + alive.get(k - 1).id());
		m.next = k == alive.size() - 1 ? Estimate.none(0, "ratio") : own.over(levels.get(k + 1), swing, "ratio to " + alive.get(k + 1)
			.id());
		if (alive.size() < 2 || darkest == null) m.ratio = Estimate.none(0, "ratio");
		else {
			m.darkestId = darkest.id();
			if (darkest == piece) m.ratio = Estimate.of(1, 0, 1, 1, m.mean.n(), "ratio to itself");
			else {
				m.rise = rise(piece, own, darkest, darkestLevel, window, swing);
				m.ratio = m.rise.ratio(own.over(darkestLevel, swing, "ratio of levels between fringes"));
			}
		}
	}

	/** How the ratio of two pieces rose to what it is in some frames. */
	private RatioRise rise(final Fragment piece, final LevelEstimate level, final Fragment reference,
		final LevelEstimate referenceLevel, final int[] window, final double swing)
	{
		final Fragment own = atFirst(piece);
		final Fragment other = atFirst(reference);
		final int last = Math.min(RatioRise.FIRST_FRAMES - 1, Math.min(own.lastFrame(), other.lastFrame()));
		if (window[0] <= last || own != other && !(tookPart(own, other, window[0]))) return RatioRise.UNKNOWN;
		final float[] image = images.mean(0, last);
		return RatioRise.of(change(piece, image, window, level, swing), change(reference, image, window, referenceLevel, swing),
			own == other, last + 1);
	}

	private RatioRise.Change change(final Fragment piece, final float[] first, final int[] window, final LevelEstimate level,
		final double swing)
	{
		return RatioRise.Change.of(mean(piece.level, window[0], window[1]) / meanWhereItWillBe(piece, first), level.fringes(), level
			.fringesError(swing));
	}

	/** What a piece was, or was part of, in the first frame. */
	private Fragment atFirst(final Fragment piece) {
		for (final Fragment f : pieces)
			if (f.firstFrame() == 0 && (piece == f || piece.id().startsWith(f.id() + "."))) return f;
		throw new IllegalStateException(piece.id() + " comes from nothing");
	}

	/** Whether two pieces of the first frame changed as others did over the first of the frames before another. */
	private boolean tookPart(final Fragment own, final Fragment other, final int frame) {
		final int end = Math.min(frame, Math.min(own.lastFrame(), other.lastFrame()));
		if (end < RatioRise.FIRST_FRAMES) return false;
		int last = RatioRise.FIRST_FRAMES;
		while (last < end && Response.relativeRange(strongest(0, last, own).level, 0, last) < parameters.changeForResponse())
			last = Math.min(end, last + 1 + last / STEP);
		final Fragment most = strongest(0, last, own);
		if (Response.relativeRange(most.level, 0, last) < LEAST_CHANGE) return false;
		final double[] driver = relative(most.level, 0, last);
		return Response.of(own.level, driver, 0, last, "", 1).value() > TOOK_PART && Response.of(other.level, driver, 0, last, "", 1)
			.value() > TOOK_PART;
	}

	/** Mean of the rod where a piece is when it comes off. */
	private double meanWhereItWillBe(final Fragment piece, final float[] image) {
		final int f = piece.firstFrame();
		return PiecePixels.of(image, strip, outline, piece.startMetres[f] / metresPerPixel, piece.endMetres[f] / metresPerPixel,
			parameters.erodeMicrometres() * 1e-6 / metresPerPixel, background).mean();
	}

	private static double mean(final double[] values, final int first, final int last) {
		double sum = 0;
		for (int f = first; f <= last; f++)
			sum += values[f] / (last - first + 1);
		return sum;
	}

	/** Mean of a place over some frames, in px. */
	private double at(final double[] metres, final int[] window) {
		return mean(metres, window[0], window[1]) / metresPerPixel;
	}

	/** The frames of a piece's life around that in which the rod holds least lithium, all with the same pieces. */
	private int[] leastLithium(final Fragment piece) {
		final double[] driver = contents != null && Response.range(contents, piece.firstFrame(), piece.lastFrame()) > 0 ? contents
			: strongest(piece.firstFrame(), piece.lastFrame(), piece).level;
		int least = piece.firstFrame();
		for (int f = piece.firstFrame(); f <= piece.lastFrame(); f++)
			if (!Double.isNaN(driver[f]) && (Double.isNaN(driver[least]) || driver[f] < driver[least])) least = f;
		final List<Fragment> alive = aliveIn(least);
		int first = least;
		int last = least;
		while (last - first + 1 < STATE_FRAMES) {
			final boolean before = first > piece.firstFrame() && aliveIn(first - 1).equals(alive);
			final boolean after = last < piece.lastFrame() && aliveIn(last + 1).equals(alive);
			if (!before && !after) break;
			// the side on which there is less lithium; unknown counts as more
			if (before && (!after || !(driver[last + 1] < driver[first - 1]))) first--;
			else last++;
		}
		return new int[] { first, last };
	}

	/** Of the pieces that live in all those frames, the one whose level changes most. */
	private Fragment strongest(final int first, final int last, final Fragment otherwise) {
		Fragment strongest = otherwise;
		double largest = Response.relativeRange(otherwise.level, first, last);
		for (final Fragment other : pieces) {
			if (!other.span.livesIn(first) || !other.span.livesIn(last)) continue;
			final double change = Response.relativeRange(other.level, first, last);
			if (change > largest) {
				largest = change;
				strongest = other;
			}
		}
		return strongest;
	}

	/** Over the last frames of its life, with the same pieces, in which some piece changes enough. */
	private void measureResponse(final Fragment piece) {
		final Fragment.Measures m = piece.measures;
		final int last = piece.lastFrame();
		final List<Fragment> alive = aliveIn(last);
		int earliest = piece.firstFrame();
		for (final Fragment other : alive)
			earliest = Math.max(earliest, other.firstFrame());
		int first = last;
		while (first > earliest && Response.relativeRange(strongest(first, last, piece).level, first, last) < parameters
			.changeForResponse())
			first = Math.max(earliest, first - 1 - (last - first) / STEP);
		final Fragment reference = strongest(first, last, piece);
		final double change = Response.relativeRange(reference.level, first, last);
		final boolean byContent = contents != null && Response.range(contents, first, last) > 0;
		final String definition = byContent ? "relative change of intensity per unit of x"
			: "relative change of intensity over that of " + reference.id();
		if (change < LEAST_CHANGE) {
			m.response = Estimate.none(0, definition);
			return;
		}
		final double[] driver = byContent ? contents : relative(reference.level, first, last);
		m.response = Response.of(piece.level, driver, first, last, definition, parameters.seed());
		final Estimate strongest = Response.of(reference.level, driver, first, last, definition, parameters.seed());
		m.responseShare = m.response.value() / strongest.value();
		m.responseShareError = m.response.standardError() / Math.abs(strongest.value());
	}

	private static double[] relative(final double[] level, final int first, final int last) {
		final double mean = mean(level, first, last);
		final double[] r = new double[level.length];
		for (int f = first; f <= last; f++)
			r[f] = level[f] / mean;
		return r;
	}

	private void judge(final Fragment piece) {
		final Fragment.Measures m = piece.measures;
		final Estimate decisive = m.rise.isKnown() ? m.rise.estimate() : m.ratio;
		final boolean bright = m.ratio.isKnown() && decisive.value() >= parameters.ratioThreshold() && decisive.low() > 1;
		final String brightness = m.ratio.isKnown() ? String.format(Locale.ROOT, "%.2f [%.2f, %.2f] times as bright as the darkest piece, %s, in frames %d-%d",
			m.ratio.value(), m.ratio.low(), m.ratio.high(), m.darkestId, m.firstFrame + 1, m.lastFrame + 1) : "no other piece to compare it with";
		final String since = m.rise.isKnown() && !m.rise.isRatio() ? String.format(Locale.ROOT,
			", a ratio that rose %.2f-fold since the first frames, when it took part", m.rise.estimate().value()) : "";
		if (Double.isNaN(m.responseShare)) {
			m.contact = m.ratio.isKnown() && !bright ? Contact.CONNECTED : Contact.UNDECIDED;
			m.evidence = brightness + since + "; no piece changed enough to tell who responds";
			return;
		}
		final boolean silent = Math.abs(m.responseShare) + 1.959964 * m.responseShareError < parameters.noResponseShare();
		m.contact = !m.ratio.isKnown() ? Contact.UNDECIDED : bright && silent ? Contact.DISCONNECTED : Contact.CONNECTED;
		m.evidence = brightness + since + String.format(Locale.ROOT, "; responds %.2f +- %.2f as much as the piece that changes most",
			m.responseShare, m.responseShareError);
	}
}
