package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/**
 * Measures the pieces of a rod. The movie is taken as free of drift. Thread-safe; uses all cores; holds one image and a few
 * numbers per frame and piece.
 */
public final class Fragments {

	/** So far beside and beyond the line the image is looked at. */
	private static final double MARGIN_MICROMETRES = 4;
	private static final double BEYOND_MICROMETRES = 1.5;
	private static final int REFERENCE_FRAMES = 12;

	private final Movie movie;
	private final LinePath line;
	private final FragmentParameters parameters;
	private final double metresPerPixel;
	private final List<String> warnings = new ArrayList<>();

	private Fragments(final Movie movie, final LinePath line, final FragmentParameters parameters) {
		this.movie = movie;
		this.line = line;
		this.parameters = parameters;
		metresPerPixel = movie.calibration().metresPerPixel();
	}

	/**
	 * @param line along the rod, from end to end
	 * @param cuts where and since when it is cut; may be empty
	 * @param contents x per frame (only its changes matter); null if it is not known
	 * @throws InvalidInputException if the movie has no pixel size, a parameter cannot be meant, or a cut lies outside the
	 *           rod or the movie
	 * @throws net.operando.base.InsufficientDataException if the rod is not seen on the line
	 * @throws net.operando.base.CancelledException if cancelled, within a frame
	 */
	public static FragmentAnalysis analyse(final Movie movie, final LinePath line, final List<Cut> cuts,
		final double[] contents, final FragmentParameters parameters, final Progress progress)
	{
		parameters.check();
		if (contents != null && contents.length != movie.frameCount()) throw new InvalidInputException("There are " +
			contents.length + " values of x for a movie of " + movie.frameCount() +
			" frames: give the timeline of this movie.");
		return new Fragments(movie, line, parameters).run(cuts, contents, progress);
	}

	private FragmentAnalysis run(final List<Cut> cuts, final double[] contents, final Progress progress) {
		warnings.addAll(movie.warnings());
		checkCuts(cuts);
		final double micrometre = 1e-6 / metresPerPixel;
		final RodStrip strip = strip();
		final float[] reference = mean(0, movie.frameCount() - 1, REFERENCE_FRAMES);
		final RodOutline outline = outline(reference, strip);
		final double erode = parameters.erodeMicrometres() * micrometre;
		if (outline.width() < 2 * erode + 3) throw new InvalidInputException(String.format(Locale.ROOT,
			"A rod %.2f um wide has nothing left when %.2f um are left out at either side: leave out less, or give widthpx.", outline
				.width() / micrometre, parameters.erodeMicrometres()));
		final FaceTracks faces = faces(cuts, outline, erode, progress.part(0, 0.4));
		final List<Fragment> pieces = new ArrayList<>();
		for (final FragmentSpan span : FragmentSpan.of(parameters.rodId(), cuts, movie.frameCount()))
			pieces.add(piece(span, faces));
		final double background = background(reference, outline);
		final double[] gain = new double[movie.frameCount()];
		Parallel.loop(movie.frameCount(), progress.part(0.4, 0.9), "measuring the pieces", f -> {
			final float[] frame = movie.frame(f, null);
			gain[f] = Surroundings.gain(frame, reference, strip, outline, micrometre);
			for (final Fragment piece : pieces)
				if (piece.span.livesIn(f)) piece.level[f] = PiecePixels.of(frame, strip, outline, piece.startMetres[f] /
					metresPerPixel, piece.endMetres[f] / metresPerPixel, erode, background).mean() / gain[f];
		});
		for (final Fragment piece : pieces)
			if (Double.isNaN(piece.level[piece.firstFrame()])) warnings.add(piece.id() +
				" is too short or lies outside the image, so it has no intensity.");
		new FragmentComparison(pieces, contents, parameters, (first, last) -> mean(first, last, Integer.MAX_VALUE), strip,
			outline, metresPerPixel, background).run(progress.part(0.9, 1));
		return new FragmentAnalysis(line, pieces, metresPerPixel, outline, warnings);
	}

	/** Where the rod's sides lie. */
	static RodOutline outline(final Movie movie, final LinePath line, final FragmentParameters parameters) {
		final Fragments rod = new Fragments(movie, line, parameters);
		return rod.outline(rod.mean(0, movie.frameCount() - 1, REFERENCE_FRAMES), rod.strip());
	}

	private RodStrip strip() {
		return RodStrip.of(line, movie.width(), movie.height(), MARGIN_MICROMETRES * 1e-6 / metresPerPixel);
	}

	private RodOutline outline(final float[] reference, final RodStrip strip) {
		return RodOutline.of(reference, strip, parameters.widthPixels(), 1e-6 / metresPerPixel);
	}

	private void checkCuts(final List<Cut> cuts) {
		final double length = line.length() * metresPerPixel;
		for (final Cut cut : cuts) {
			if (cut.frame() >= movie.frameCount()) throw new InvalidInputException("Crack " + cut.crackId() +
				" is through from frame " + (cut.frame() + 1) + " on, but the movie has " + movie.frameCount() +
				" frames: give the cracks of this movie.");
			if (!(cut.positionMetres() > 0 && cut.positionMetres() < length)) throw new InvalidInputException(String.format(
				Locale.ROOT, "Crack %d lies at %.2f um of a line of %.2f um: give the cracks that were found on this line.", cut
					.crackId(), cut.positionMetres() * 1e6, length * 1e6));
		}
	}

	private FaceTracks faces(final List<Cut> cuts, final RodOutline outline, final double erode, final Progress progress) {
		final double beyond = Math.ceil(BEYOND_MICROMETRES * 1e-6 / metresPerPixel);
		final LinePath longer = RodStrip.part(line, -beyond, line.length() + beyond);
		final int across = (int) Math.max(1, Math.rint(outline.width() - 2 * erode));
		final Kymograph profile = LineCut.kymograph(movie, longer, new LineCutParameters().withWidthPixels(across)
			.withLagSeconds(0).withPartialWidth(true), progress);
		final float[][] values = new float[profile.columns()][];
		for (int f = 0; f < values.length; f++)
			values[f] = profile.column(f);
		return FaceTracks.of(values, -beyond, line.length(), cuts, metresPerPixel, outline.surroundings);
	}

	private Fragment piece(final FragmentSpan span, final FaceTracks faces) {
		final int n = movie.frameCount();
		final double[] level = new double[n];
		final double[] start = new double[n];
		final double[] end = new double[n];
		Arrays.fill(level, Double.NaN);
		Arrays.fill(start, Double.NaN);
		Arrays.fill(end, Double.NaN);
		for (int f = span.firstFrame; f <= span.lastFrame; f++) {
			start[f] = faces.start(span, f) * metresPerPixel;
			end[f] = faces.end(span, f) * metresPerPixel;
		}
		return new Fragment(span, level, start, end);
	}

	private double background(final float[] reference, final RodOutline outline) {
		switch (parameters.background()) {
			case SURROUNDINGS:
				return outline.surroundings;
			case DARK:
				return Surroundings.dark(reference, outline);
			default:
				return 0;
		}
	}

	/** Mean image of some frames, of at most so many of them, evenly chosen. */
	private float[] mean(final int first, final int last, final int most) {
		final int n = Math.min(most, last - first + 1);
		final double[] sum = new double[movie.width() * movie.height()];
		for (int i = 0; i < n; i++) {
			final float[] frame = movie.frame(first + (int) ((long) i * (last - first + 1) / n), null);
			for (int p = 0; p < sum.length; p++)
				sum[p] += frame[p];
		}
		final float[] mean = new float[sum.length];
		for (int p = 0; p < mean.length; p++)
			mean[p] = (float) (sum[p] / n);
		return mean;
	}
}
