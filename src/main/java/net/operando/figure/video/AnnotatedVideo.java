package net.operando.figure.video;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;
import net.operando.figure.StepBand;
import net.operando.figure.TraceData;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

/**
 * A movie, raw or differential, as a video with title, clock (the frames' true times), scale bar, colour bar and, below,
 * a trace with a cursor, like the paper's supplementary videos. Immutable. Frames are read, drawn and written one at a
 * time.
 */
public final class AnnotatedVideo {

	/** Frames looked at for automatic limits. */
	private static final int LIMIT_FRAMES = 16;
	private static final double PERCENT = 99.8;

	private final Movie movie;
	private final KymographQuantity quantity;
	private String title = "";
	private ColourMap map;
	private ColourLimits limits;
	private Region region;
	private TraceData trace;
	private List<StepBand> bands = List.of();
	private double from_s;
	private double to_s;
	private int mostFrames = 600;
	private double framesPerSecond = 20;
	private AviCodec codec = AviCodec.MOTION_JPEG;
	private double quality = 0.9;

	private AnnotatedVideo(final Movie movie, final KymographQuantity quantity) {
		this.movie = movie;
		this.quantity = quantity;
	}

	/**
	 * The whole movie with automatic limits, in grey if its values are intensities, else with the diverging map: at most
	 * 600 frames at 20 per second as Motion JPEG.
	 *
	 * @param quantity what the movie's values are
	 */
	public static AnnotatedVideo of(final Movie movie, final KymographQuantity quantity) {
		final AnnotatedVideo video = new AnnotatedVideo(movie, quantity);
		video.map = quantity.isRate() ? ColourMap.diverging() : quantity == KymographQuantity.INTENSITY ? ColourMap.grey()
			: ColourMap.sequential();
		video.region = Region.of(0, 0, movie.width(), movie.height());
		video.from_s = movie.times().seconds(0);
		video.to_s = movie.times().seconds(movie.frameCount() - 1);
		return video;
	}

	private AnnotatedVideo copy() {
		final AnnotatedVideo copy = new AnnotatedVideo(movie, quantity);
		copy.title = title;
		copy.map = map;
		copy.limits = limits;
		copy.region = region;
		copy.trace = trace;
		copy.bands = bands;
		copy.from_s = from_s;
		copy.to_s = to_s;
		copy.mostFrames = mostFrames;
		copy.framesPerSecond = framesPerSecond;
		copy.codec = codec;
		copy.quality = quality;
		return copy;
	}

	/** This video with a line of text above the image. */
	public AnnotatedVideo titled(final String text) {
		final AnnotatedVideo copy = copy();
		copy.title = text;
		return copy;
	}

	/** This video with a colour map and limits in the unit of the values; null limits are found from the frames. */
	public AnnotatedVideo withColours(final ColourMap colourMap, final ColourLimits colourLimits) {
		final AnnotatedVideo copy = copy();
		copy.map = colourMap;
		copy.limits = colourLimits;
		return copy;
	}

	/** The limits given, in the unit of the values; null if they are found from the frames. */
	public ColourLimits limits() {
		return limits;
	}

	/** This video of a part of the image. */
	public AnnotatedVideo withRegion(final Region part) {
		final AnnotatedVideo copy = copy();
		copy.region = part;
		return copy;
	}

	/** This video with a trace below the image, on the movie's clock, and steps shaded behind it. */
	public AnnotatedVideo withTrace(final TraceData traceData, final List<StepBand> stepBands) {
		final AnnotatedVideo copy = copy();
		copy.trace = traceData;
		copy.bands = List.copyOf(stepBands);
		return copy;
	}

	/** This video from one time to another, in s. */
	public AnnotatedVideo withTimes(final double start_s, final double end_s) {
		final AnnotatedVideo copy = copy();
		copy.from_s = start_s;
		copy.to_s = end_s;
		return copy;
	}

	/**
	 * This video thinned to at most so many frames, shown at a rate.
	 *
	 * @throws InvalidInputException if no frame may be shown
	 */
	public AnnotatedVideo withFrames(final int most, final double perSecond) {
		if (most < 1) throw new InvalidInputException("A video of " + most + " frames cannot be written: give at least 1.");
		final AnnotatedVideo copy = copy();
		copy.mostFrames = most;
		copy.framesPerSecond = perSecond;
		return copy;
	}

	/** This video stored in another way; quality from 0 to 1 is that of Motion JPEG. */
	public AnnotatedVideo withCodec(final AviCodec aviCodec, final double jpegQuality) {
		final AnnotatedVideo copy = copy();
		copy.codec = aviCodec;
		copy.quality = jpegQuality;
		return copy;
	}

	/**
	 * Draws one frame of the video without writing it.
	 *
	 * @param frame index of the movie's frame
	 */
	public BufferedImage still(final int frame) {
		final int[] frames = FrameSelection.evenly(movie.times(), from_s, to_s, mostFrames);
		return page(frames).draw(movie.times().seconds(frame), movie.region(frame, region, null));
	}

	/**
	 * Writes the video. If it is cancelled or fails, nothing is left behind.
	 *
	 * @param file the AVI file; an older one is replaced when the new one is complete
	 * @throws net.operando.base.InsufficientDataException if there is no frame between the times
	 * @throws net.operando.base.CancelledException if cancelled
	 * @throws java.io.UncheckedIOException if the file system fails
	 */
	public void write(final Path file, final Progress progress) {
		final int[] frames = FrameSelection.evenly(movie.times(), from_s, to_s, mostFrames);
		final VideoPage page = page(frames);
		float[] reuse = null;
		try (AviWriter writer = AviWriter.open(file, page.width(), page.height(), framesPerSecond, codec, quality)) {
			for (int i = 0; i < frames.length; i++) {
				progress.checkCancelled();
				reuse = movie.region(frames[i], region, reuse);
				writer.write(page.draw(movie.times().seconds(frames[i]), reuse));
				progress.update((i + 1.0) / frames.length, "writing video");
			}
			writer.finish();
		}
	}

	private VideoPage page(final int[] frames) {
		return new VideoPage(this, limits != null ? limits : automaticLimits(frames), limits == null, movie.times().seconds(frames[0]), movie
			.times().seconds(frames[frames.length - 1]));
	}

	private ColourLimits automaticLimits(final int[] frames) {
		final List<float[]> values = new ArrayList<>();
		final int n = Math.min(LIMIT_FRAMES, frames.length);
		for (int i = 0; i < n; i++)
			values.add(movie.region(frames[(int) ((i + 0.5) * frames.length / n)], region, null));
		return quantity.isRate() ? ColourLimits.symmetric(values, PERCENT) : ColourLimits.range(values, PERCENT);
	}

	Movie movie() {
		return movie;
	}

	KymographQuantity quantity() {
		return quantity;
	}

	String title() {
		return title;
	}

	ColourMap map() {
		return map;
	}

	Region region() {
		return region;
	}

	/** May be null. */
	TraceData trace() {
		return trace;
	}

	List<StepBand> bands() {
		return bands;
	}
}
