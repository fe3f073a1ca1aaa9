package net.operando.data.movie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicIntegerArray;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

/**
 * A movie seen through a mean over s x s pixels and k consecutive frames, made when it is asked for. Samples are 32 bit
 * means in the counts of the recording (sums are exact or in double precision, then rounded to 32 bit); the time of a frame is the mean of the
 * times of its members, so of their exposures' middles if those are what was recorded. Groups of frames never reach
 * across a pause, see {@link FrameGroups}. Columns and rows at the right and lower edge that do not fill a bin are left
 * out. A bin that holds a NaN is NaN.
 * <p>
 * Safe for several threads. Keeps the frames made last ({@link FrameCache}) and returns those arrays themselves; they
 * must not be written to. Reads the recording through {@link Movie#frame16} where that is possible.
 */
public final class BinnedMovie implements Movie {

	private static final int KEPT_FRAMES = 32;

	/** So much of the recording is held at a time while a mean is made, per thread. */
	private static final long BYTES_AT_ONCE = 32L << 20;

	private final Movie source;
	private final int bin;
	private final FrameGroups groups;
	private final TimeAxis times;
	private final int width;
	private final int height;
	private final int framesAtOnce;
	private final FrameCache<float[]> cache;
	private final ConcurrentLinkedDeque<Scratch> scratches = new ConcurrentLinkedDeque<>();
	private final AtomicIntegerArray saturated;

	private BinnedMovie(final Movie source, final BinningParameters parameters) {
		this.source = source;
		bin = parameters.spatialBin();
		width = source.width() / bin;
		height = source.height() / bin;
		groups = FrameGroups.of(source.times(), parameters.temporalBin(), parameters.gapFactor());
		times = groups.axis(source.times());
		final long frameBytes = 2L * source.width() * source.height();
		framesAtOnce = (int) Math.max(1, Math.min(parameters.temporalBin(), BYTES_AT_ONCE / frameBytes));
		cache = new FrameCache<>(KEPT_FRAMES, 4L * width * height);
		saturated = new AtomicIntegerArray(groups.count());
	}

	/**
	 * @throws InvalidInputException if a parameter cannot be meant or a bin is larger than the image
	 */
	public static BinnedMovie of(final Movie source, final BinningParameters parameters) {
		parameters.check();
		if (parameters.spatialBin() > Math.min(source.width(), source.height())) throw new InvalidInputException("A bin of " +
			parameters.spatialBin() + " pixels is larger than the image of " + source.width() + " x " + source.height() +
			": give a smaller spatialbin.");
		return new BinnedMovie(source, parameters);
	}

	/** Which recorded frames went into which frame of this movie. */
	public FrameGroups groups() {
		return groups;
	}

	/**
	 * Number of recorded samples at the largest value of their type, in the frames and regions read until now: their
	 * true intensity is not known and every mean that holds one is too low.
	 */
	public long saturatedSamples() {
		long sum = 0;
		for (int g = 0; g < saturated.length(); g++)
			sum += saturated.get(g);
		return sum;
	}

	@Override
	public String name() {
		return source.name();
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int frameCount() {
		return groups.count();
	}

	@Override
	public PixelType pixelType() {
		return PixelType.FLOAT32;
	}

	@Override
	public double fullScale() {
		return source.fullScale();
	}

	@Override
	public TimeAxis times() {
		return times;
	}

	@Override
	public Calibration calibration() {
		return source.calibration().binnedBy(bin);
	}

	/** Those of the recording, what binning left out, and the saturated samples met until now. */
	@Override
	public List<String> warnings() {
		final List<String> warnings = new ArrayList<>(source.warnings());
		final int columns = source.width() - width * bin;
		final int rows = source.height() - height * bin;
		if (columns + rows > 0) warnings.add("The last " + columns + " columns and " + rows +
			" rows of the image do not fill a bin of " + bin + " x " + bin + " pixels and were left out.");
		if (groups.incompleteCount() > 0) warnings.add(groups.incompleteCount() + " of " + groups.count() +
			" binned frames hold fewer frames than asked for, cut short by " + groups.gapCount() +
			" pauses or the end of the movie; their noise is larger.");
		final long samples = saturatedSamples();
		if (samples > 0) warnings.add(samples + " samples are saturated (at " + (long) source.pixelType().maximum() +
			"); means that hold one are too low.");
		return List.copyOf(warnings);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return cache.get(frame, this::mean);
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		final float[] kept = 2L * region.size() >= (long) width * height ? frame(frame, null) : cache.peek(frame);
		if (kept == null) return meanOfFloats(frame, region);
		final float[] part = reuse != null && reuse.length == region.size() ? reuse : new float[region.size()];
		for (int row = 0; row < region.height(); row++)
			System.arraycopy(kept, (region.y() + row) * width + region.x(), part, row * region.width(), region.width());
		return part;
	}

	/** Closes the recording. */
	@Override
	public void close() {
		source.close();
	}

	private float[] mean(final int group) {
		return source.pixelType() == PixelType.UINT16 ? meanOfCounts(group) : meanOfFloats(group, Region.of(0, 0, width,
			height));
	}

	private float[] meanOfCounts(final int group) {
		final Scratch kept = scratches.poll();
		final Scratch scratch = kept != null ? kept : new Scratch(framesAtOnce, source instanceof MemoryMovie ? 0
			: source.width() * source.height(), source.width(), bin);
		final int first = groups.firstFrame(group);
		final int count = groups.frameCount(group);
		final float scale = 1f / (bin * bin * count);
		final float[] mean = new float[width * height];
		final int[] total = count > framesAtOnce ? new int[width * height] : null;
		int full = 0;
		for (int done = 0; done < count; done += framesAtOnce) {
			final int part = Math.min(framesAtOnce, count - done);
			for (int i = 0; i < part; i++)
				scratch.frames[i] = source.frame16(first + done + i, scratch.buffers[i]);
			scratch.sums.forgetSaturation();
			for (int row = 0; row < height; row += scratch.sums.stripRows()) {
				final int rows = Math.min(scratch.sums.stripRows(), height - row);
				scratch.sums.add(scratch.frames, part, row, rows);
				if (total == null) scratch.sums.means(rows, scale, mean, row * width);
				else scratch.sums.addTo(rows, total, row * width);
			}
			if (scratch.sums.isSaturated()) full += saturatedIn(scratch.frames, part);
		}
		if (total != null) for (int i = 0; i < total.length; i++)
			mean[i] = total[i] * scale;
		noteSaturated(group, full);
		Arrays.fill(scratch.frames, null);
		scratches.push(scratch);
		return mean;
	}

	private int saturatedIn(final short[][] frames, final int count) {
		int n = 0;
		for (int f = 0; f < count; f++)
			for (int y = 0; y < height * bin; y++)
				for (int i = y * source.width(), end = i + width * bin; i < end; i++)
					if (frames[f][i] == -1) n++;
		return n;
	}

	private float[] meanOfFloats(final int group, final Region region) {
		final Region part = Region.of(region.x() * bin, region.y() * bin, region.width() * bin, region.height() * bin);
		final boolean whole = part.width() == source.width() && part.height() == source.height();
		final double[] sums = new double[region.size()];
		final float full = (float) source.pixelType().maximum();
		final boolean canSaturate = !Float.isInfinite(full);
		final int count = groups.frameCount(group);
		int saturatedSamples = 0;
		final float[] own = new float[part.size()];
		for (int f = 0; f < count; f++) {
			final int frame = groups.firstFrame(group) + f;
			final float[] samples = whole ? source.frame(frame, own) : source.region(frame, part, own);
			int from = 0;
			for (int y = 0; y < part.height(); y++) {
				int to = y / bin * region.width();
				for (int x = 0; x < region.width(); x++, to++)
					for (final int end = from + bin; from < end; from++) {
						sums[to] += samples[from];
						if (canSaturate && samples[from] >= full) saturatedSamples++;
					}
			}
		}
		noteSaturated(group, saturatedSamples);
		// as the exact sums of counts are scaled, so that a part of a frame equals that part of the whole frame
		final float scale = 1f / (bin * bin * count);
		final float[] mean = new float[sums.length];
		for (int i = 0; i < mean.length; i++)
			mean[i] = (float) sums[i] * scale;
		return mean;
	}

	/** A region holds no more saturated samples than its frame: the larger count stays. */
	private void noteSaturated(final int group, final int samples) {
		if (samples > 0) saturated.accumulateAndGet(group, samples, Math::max);
	}

	/** What a thread needs while it makes a mean; given back for the next one. */
	private static final class Scratch {

		/** For the samples of frames that are read; empty if the movie lends its own. */
		private final short[][] buffers;
		private final short[][] frames;
		private final CountSums sums;

		Scratch(final int frames, final int samples, final int width, final int bin) {
			buffers = new short[frames][samples];
			this.frames = new short[frames][];
			sums = new CountSums(width, bin);
		}
	}
}
