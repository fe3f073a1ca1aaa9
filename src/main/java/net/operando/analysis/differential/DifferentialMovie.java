package net.operando.analysis.differential;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.FrameCache;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

/**
 * The rate of change of every pixel over a lag, in 1/s, made when a frame is asked for. One frame for every pair of
 * {@link LagPairs}, stamped at the middle of its interval; 32 bit values, NaN where the denominator is below the floor
 * or a frame is NaN. Both frames of a pair are recorded ones: no ratio is ever divided by an earlier ratio.
 * <p>
 * Safe for several threads; keeps the recorded frames of one lag if an eighth of the heap holds them.
 */
public final class DifferentialMovie implements Movie {

	private final Movie source;
	private final LagPairs pairs;
	private final DifferentialForm form;
	private final double floor;
	private final FrameCache<float[]> recorded;

	DifferentialMovie(final Movie source, final LagPairs pairs, final DifferentialForm form, final double floor) {
		this.source = source;
		this.pairs = pairs;
		this.form = form;
		this.floor = floor;
		// a lag's frames, and those that other threads are ahead by
		final int wanted = pairs.span() + 2 * Runtime.getRuntime().availableProcessors() + 1;
		recorded = new FrameCache<>(wanted, 4L * source.width() * source.height());
	}

	/** Which frames each frame of this movie was made from; indices are those of the movie it was made from. */
	public LagPairs pairs() {
		return pairs;
	}

	/** Denominators below this many counts give NaN. */
	public double floorCounts() {
		return floor;
	}

	@Override
	public String name() {
		return source.name();
	}

	@Override
	public int width() {
		return source.width();
	}

	@Override
	public int height() {
		return source.height();
	}

	@Override
	public int frameCount() {
		return pairs.count();
	}

	@Override
	public PixelType pixelType() {
		return PixelType.FLOAT32;
	}

	@Override
	public TimeAxis times() {
		return pairs.midTimes();
	}

	@Override
	public Calibration calibration() {
		return source.calibration();
	}

	@Override
	public List<String> warnings() {
		final List<String> warnings = new ArrayList<>(source.warnings());
		if (pairs.withoutPartner() > 0) warnings.add(pairs.withoutPartner() +
			" frames have no partner one lag later, because of pauses, and were left out.");
		return List.copyOf(warnings);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final int samples = width() * height();
		final float[] rates = reuse != null && reuse.length == samples ? reuse : new float[samples];
		final float[] first = recorded(pairs.first(frame));
		final float[] second = recorded(pairs.second(frame));
		rates(first, second, pairs.intervalSeconds(frame), rates);
		return rates;
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		final float[] rates = reuse != null && reuse.length == region.size() ? reuse : new float[region.size()];
		final float[] first = source.region(pairs.first(frame), region, null);
		final float[] second = source.region(pairs.second(frame), region, null);
		rates(first, second, pairs.intervalSeconds(frame), rates);
		return rates;
	}

	/** Closes the movie it was made from. */
	@Override
	public void close() {
		source.close();
	}

	private float[] recorded(final int frame) {
		return recorded.get(frame, f -> source.frame(f, null));
	}

	private void rates(final float[] first, final float[] second, final double seconds, final float[] rates) {
		if (form == DifferentialForm.FRACTIONAL) fractional(first, second, (float) (1 / seconds), rates);
		else for (int i = 0; i < rates.length; i++)
			rates[i] = (float) form.rate(first[i], second[i], seconds, floor);
	}

	/** The common form, in two passes, the first of which the JVM turns into vector instructions. */
	private void fractional(final float[] first, final float[] second, final float perSecond, final float[] rates) {
		for (int i = 0; i < rates.length; i++)
			rates[i] = (second[i] - first[i]) / first[i] * perSecond;
		// a denominator of 0 or less is below any floor
		final float lowest = (float) Math.max(floor, Float.MIN_VALUE);
		for (int i = 0; i < rates.length; i++)
			if (!(first[i] >= lowest)) rates[i] = Float.NaN;
	}
}
