package net.operando.data.io.tdms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.MovieProperties;
import net.operando.data.io.NominalTimes;
import net.operando.data.io.SampleType;
import net.operando.data.io.StoredMovie;
import net.operando.data.movie.Movie;

/**
 * LabVIEW TDMS movies: one channel holding the samples frame after frame, its width and height in properties of the
 * channel, its group or the file. Two dialects: {@code img/cam1} with {@code Image size} (width), {@code Image size 2}
 * (height) and {@code Effective frame rate} (Hz); after drift correction {@code group/0} with {@code Width},
 * {@code Heigth} and {@code FPS}. A channel {@code time} (float64, s) in the same group, as {@link TdmsWriter} adds it,
 * gives every frame its time; without it times are nominal.
 */
public final class TdmsFormat implements MovieFormat {

	private static final String[] WIDTH = { "Image size", "Width" };
	private static final String[] HEIGHT = { "Image size 2", "Heigth", "Height" };

	@Override
	public String name() {
		return "TDMS";
	}

	@Override
	public boolean recognises(final Path file) {
		if (!Files.isRegularFile(file)) return false;
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final ByteBuffer tag = ByteBuffer.allocate(4);
			return channel.read(tag, 0) == 4 && tag.getInt(0) == 0x5444536d;
		}
		catch (final IOException e) {
			return false;
		}
	}

	@Override
	public Movie open(final Path file, final MovieOpenOptions options, final Progress progress) throws IOException {
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
		boolean opened = false;
		try {
			final TdmsFile tdms = TdmsFile.read(file, channel);
			final Movie movie = open(file, channel, tdms, options);
			opened = true;
			return movie;
		}
		catch (final TdmsDamage e) {
			throw new FormatException(file, "is damaged: " + e.getMessage() + ".", e);
		}
		finally {
			if (!opened) channel.close();
		}
	}

	private static Movie open(final Path file, final FileChannel channel, final TdmsFile tdms,
		final MovieOpenOptions options) throws IOException
	{
		final String path = choose(file, tdms, options.dataset());
		final List<String> names = TdmsFile.names(path);
		final MovieProperties properties = new MovieProperties(tdms.propertiesSeenFrom(names.get(0), names.get(1)));
		final TdmsChannel samples = tdms.channel(channel, path);
		if (samples.values() == 0) throw new FormatException(file, "has no samples in " + shown(names) +
			": the recording was never written.");
		final SampleType type = samples.type().sample().orElseThrow(() -> new FormatException(file, "holds no numbers in " +
			shown(names) + ": name the movie's channel with dataset."));

		final int width = side(file, properties, "width", WIDTH);
		final int height = side(file, properties, "height", HEIGHT);
		final long pixels = (long) width * height;
		if (pixels > 1 << 28) throw new FormatException(file, "claims frames of " + width + " x " + height +
			" pixels, which cannot be meant: the properties " + WIDTH[0] + " and " + HEIGHT[0] + " are wrong.");
		final long whole = samples.values() / pixels;
		if (whole == 0) throw new FormatException(file, "ends before the first frame is complete: it holds " + samples
			.values() + " of " + pixels + " samples.");
		if (whole > StoredMovie.MOST_FRAMES) throw new FormatException(file, "claims " + whole + " frames, which cannot be meant.");

		final List<String> warnings = new ArrayList<>(tdms.warnings());
		final long rest = samples.values() % pixels;
		if (rest != 0) warnings.add("The last " + rest + " samples are no whole frame of " + width + " x " + height +
			" pixels and were left out.");
		final TimeAxis times = times(file, channel, tdms, names.get(0), (int) whole, properties, options, warnings);
		return new StoredMovie(file, width, height, type, samples, times, properties.calibration(), warnings);
	}

	private static String shown(final List<String> names) {
		return String.join("/", names);
	}

	private static int side(final Path file, final MovieProperties properties, final String what, final String[] names) {
		final double side = properties.number(names);
		if (Double.isNaN(side)) throw new FormatException(file, "does not say the " + what + " of its frames: a property '" +
			String.join("' or '", names) + "' is needed at its channel, its group or the file.");
		if (!(side >= 1 && side <= 1 << 20) || side != Math.rint(side)) throw new FormatException(file, "claims frames of " +
			what + " " + side + ", which cannot be meant.");
		return (int) side;
	}

	/** The channel asked for; else one of the two dialects; else the only channel of a group that knows its frame size. */
	private static String choose(final Path file, final TdmsFile tdms, final String dataset) {
		final List<String> channels = new ArrayList<>();
		final List<String> shown = new ArrayList<>();
		for (final String path : tdms.channels()) {
			final List<String> names = TdmsFile.names(path);
			if (names.size() != 2) continue;
			channels.add(path);
			shown.add(shown(names));
		}
		if (channels.isEmpty()) throw new FormatException(file, "holds no channel with data.");
		final String asked = dataset.startsWith("/") ? dataset.substring(1) : dataset;
		for (final String name : asked.isEmpty() ? List.of("img/cam1", "group/0") : List.of(asked))
			if (shown.contains(name)) return channels.get(shown.indexOf(name));
		if (!asked.isEmpty()) throw new FormatException(file, "has no channel '" + asked + "': it has " + String.join(", ",
			shown) + ".");
		final List<String> framed = new ArrayList<>();
		for (final String path : channels) {
			final List<String> names = TdmsFile.names(path);
			final MovieProperties properties = new MovieProperties(tdms.propertiesSeenFrom(names.get(0), names.get(1)));
			if (!Double.isNaN(properties.number(WIDTH)) && tdms.type(path).sample().isPresent() && !names.get(1)
				.equalsIgnoreCase("time")) framed.add(path);
		}
		if (framed.size() == 1) return framed.get(0);
		throw new FormatException(file, (framed.isEmpty() ? "has no channel with a frame size" : "has several movies") +
			": choose one with dataset, out of " + String.join(", ", shown) + ".");
	}

	private static TimeAxis times(final Path file, final FileChannel channel, final TdmsFile tdms, final String group,
		final int frames, final MovieProperties properties, final MovieOpenOptions options, final List<String> warnings)
		throws IOException
	{
		final Optional<String> timePath = tdms.channels().stream().filter(path -> {
			final List<String> names = TdmsFile.names(path);
			return names.size() == 2 && names.get(0).equals(group) && names.get(1).equalsIgnoreCase("time") && tdms.type(
				path) == TdmsType.FLOAT64;
		}).findFirst();
		TimeAxis axis = null;
		if (timePath.isPresent()) {
			final TdmsChannel stored = tdms.channel(channel, timePath.get());
			final int n = (int) Math.min(frames, stored.values());
			if (n < frames) warnings.add("Only the first " + n + " of " + frames +
				" frames have a time: the others were left out.");
			if (n == 0) throw new FormatException(file, "has a channel of frame times that is empty.");
			if (!options.times().isPresent()) axis = TimeAxis.of(seconds(stored, n));
			else axis = TimeAxis.nominal(n, 1);
		}
		if (axis == null) axis = NominalTimes.axis(file, frames, properties.frameIntervalSeconds(), options);
		return properties.start().map(axis::startingAt).orElse(axis);
	}

	private static double[] seconds(final TdmsChannel stored, final int count) throws IOException {
		final double[] seconds = new double[count];
		final ByteBuffer block = ByteBuffer.allocate(Math.min(count, 8192) * Double.BYTES);
		for (int done = 0; done < count;) {
			block.clear().limit(Math.min(block.capacity(), (count - done) * Double.BYTES));
			stored.read(done, block);
			for (block.flip(); block.hasRemaining();)
				seconds[done++] = block.getDouble();
		}
		return seconds;
	}
}
