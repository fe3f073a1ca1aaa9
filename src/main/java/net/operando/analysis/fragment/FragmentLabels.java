package net.operando.analysis.fragment;

import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/**
 * A movie of labels: 0 outside the pieces, and for each piece the number of its row in fragments.csv, counted from 1. Pieces
 * are parted by a line of a pixel, so that they stay apart where touching labels are joined. Drawn when asked for; thread-safe.
 */
public final class FragmentLabels implements Movie {

	/** Kept from each crack's centre, in px: a label ends here. */
	private static final double APART = 0.75;

	private final Movie movie;
	private final List<FragmentAnalysis> rods;

	private FragmentLabels(final Movie movie, final List<FragmentAnalysis> rods) {
		this.movie = movie;
		this.rods = rods;
	}

	/** @param movie the pieces were measured on */
	public static FragmentLabels of(final Movie movie, final List<FragmentAnalysis> rods) {
		return new FragmentLabels(movie, List.copyOf(rods));
	}

	@Override
	public String name() {
		return movie.name() + " fragments";
	}

	@Override
	public int width() {
		return movie.width();
	}

	@Override
	public int height() {
		return movie.height();
	}

	@Override
	public int frameCount() {
		return movie.frameCount();
	}

	@Override
	public PixelType pixelType() {
		return PixelType.UINT16;
	}

	@Override
	public TimeAxis times() {
		return movie.times();
	}

	@Override
	public Calibration calibration() {
		return movie.calibration();
	}

	@Override
	public List<String> warnings() {
		return List.of();
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		final short[] labels = new short[width() * height()];
		int first = 1;
		for (final FragmentAnalysis rod : rods) {
			final double[] sides = rod.sidesPixels();
			final RodStrip strip = RodStrip.of(rod.line(), width(), height(), Math.max(Math.abs(sides[0]), Math.abs(sides[1])) + 1.5e-6 /
				rod.metresPerPixel());
			for (int k = 0; k < rod.fragments().size(); k++) {
				final Fragment piece = rod.fragments().get(k);
				if (frame < piece.firstFrame() || frame > piece.lastFrame()) continue;
				final double from = piece.startMetres(frame) / rod.metresPerPixel() + (piece.startsAtCrack() ? APART : 0);
				final double to = piece.endMetres(frame) / rod.metresPerPixel() - (piece.endsAtCrack() ? APART : 0);
				for (int i = 0; i < strip.pixel.length; i++)
					if (strip.along[i] >= from && strip.along[i] <= to && strip.across[i] >= sides[0] && strip.across[i] <= sides[1])
						labels[strip.pixel[i]] = (short) (first + k);
			}
			first += rod.fragments().size();
		}
		return labels;
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final short[] labels = frame16(frame, null);
		final float[] out = reuse != null && reuse.length == labels.length ? reuse : new float[labels.length];
		for (int i = 0; i < labels.length; i++)
			out[i] = labels[i] & 0xffff;
		return out;
	}

	@Override
	public void close() {
		// the movie belongs to whoever opened it
	}
}
