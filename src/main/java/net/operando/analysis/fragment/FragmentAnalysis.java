package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.operando.data.movie.LinePath;

/** The pieces of one rod over a movie. Immutable. */
public final class FragmentAnalysis {

	private final LinePath line;
	private final List<Fragment> fragments;
	private final double metresPerPixel;
	private final double lowAcrossPixels;
	private final double highAcrossPixels;
	private final List<String> warnings;

	FragmentAnalysis(final LinePath line, final List<Fragment> fragments, final double metresPerPixel,
		final RodOutline outline, final List<String> warnings)
	{
		this.line = line;
		this.fragments = List.copyOf(fragments);
		this.metresPerPixel = metresPerPixel;
		lowAcrossPixels = outline.low;
		highAcrossPixels = outline.high;
		this.warnings = List.copyOf(warnings);
	}

	/** The line they lie on. */
	public LinePath line() {
		return line;
	}

	/** All pieces, each after the one it came from; the whole rod first if it was whole in any frame. */
	public List<Fragment> fragments() {
		return fragments;
	}

	/** The pieces of a frame, along the line. */
	public List<Fragment> fragmentsIn(final int frame) {
		final List<Fragment> alive = new ArrayList<>();
		for (final Fragment f : fragments)
			if (f.span.livesIn(frame)) alive.add(f);
		alive.sort((a, b) -> Double.compare(a.startMetres(frame), b.startMetres(frame)));
		return alive;
	}

	public Optional<Fragment> fragment(final String id) {
		return fragments.stream().filter(f -> f.id().equals(id)).findFirst();
	}

	/**
	 * A piece's intensity in a frame over that of the piece that is darkest where the rod holds least lithium, scaled so that it
	 * is {@link Fragment#ratio()} in the frames that is of: fringes are out of it. NaN if it is alone or the other one does not
	 * live in that frame.
	 */
	public double ratio(final Fragment fragment, final int frame) {
		final Optional<Fragment> darkest = fragment(fragment.darkestId());
		if (darkest.isEmpty()) return Double.NaN;
		if (darkest.get() == fragment) return 1;
		final int first = fragment.firstMeasuredFrame();
		final int last = fragment.lastMeasuredFrame();
		double own = 0;
		double other = 0;
		for (int f = first; f <= last; f++) {
			own += fragment.level(f);
			other += darkest.get().level(f);
		}
		return fragment.level(frame) / darkest.get().level(frame) * fragment.ratio().value() * other / own;
	}

	public double metresPerPixel() {
		return metresPerPixel;
	}

	/** Distances of the rod's two sides from the line in px; the first is the left one of someone walking along it. */
	public double[] sidesPixels() {
		return new double[] { lowAcrossPixels, highAcrossPixels };
	}

	/** The corners of a piece in a frame, in px of the image: x and y one after the other, around it. */
	public double[] corners(final Fragment fragment, final int frame) {
		final LinePath part = RodStrip.part(line, fragment.startMetres(frame) / metresPerPixel, fragment.endMetres(frame) /
			metresPerPixel);
		final int n = part.vertexCount();
		final double[] xy = new double[4 * n];
		double at = 0;
		for (int v = 0; v < n; v++) {
			if (v > 0) at += Math.hypot(part.x(v) - part.x(v - 1), part.y(v) - part.y(v - 1));
			final double[] p = RodStrip.point(part, at);
			xy[2 * v] = part.x(v) - lowAcrossPixels * p[3];
			xy[2 * v + 1] = part.y(v) + lowAcrossPixels * p[2];
			xy[4 * n - 2 * v - 2] = part.x(v) - highAcrossPixels * p[3];
			xy[4 * n - 2 * v - 1] = part.y(v) + highAcrossPixels * p[2];
		}
		return xy;
	}

	/** The middle of a piece in a frame: x and y in px of the image. */
	public double[] middle(final Fragment fragment, final int frame) {
		final double[] p = RodStrip.point(line, 0.5 * (fragment.startMetres(frame) + fragment.endMetres(frame)) / metresPerPixel);
		final double u = 0.5 * (lowAcrossPixels + highAcrossPixels);
		return new double[] { p[0] - u * p[3], p[1] + u * p[2] };
	}

	public List<String> warnings() {
		return warnings;
	}
}
