package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

/**
 * Damages files seed by seed and says what a reader made of each: structure bytes are changed, overwritten, moved, or the
 * file is cut. Anything but a typed exception escapes to the caller.
 */
final class TiffMutations {

	/** What became of a damaged file. */
	enum Outcome {
		/** A typed exception, when opened or when a frame was read. */
		REFUSED,
		/** Everything as before: the change does not matter to the movie. */
		SAME,
		/** Some frames left out or more warnings, the frames read all as before. */
		WARNED,
		/** Frames as before; a time, pixel size or name reads differently, and is valid. */
		OTHER_METADATA,
		/** A frame reads otherwise than before or has the time of another, but a warning says that the file is damaged. */
		MISREAD,
		/** Fewer or other samples than before, or another's time, without a word. */
		SILENT
	}

	/** One file kind: how to open it and which of its bytes are samples. */
	static final class Target {

		final String name;
		final MovieFormat format;
		final Path open;
		final Path folder;
		final MovieOpenOptions options;
		final Map<Path, byte[]> files = new TreeMap<>();
		final Map<Path, BitSet> samples = new TreeMap<>();
		/** Bytes that mean nothing. */
		final Map<Path, BitSet> unused = new TreeMap<>();
		/** Whether a sample byte stands for one sample. */
		boolean raw = true;

		/** Takes the files that lie in a folder as the undamaged ones. */
		Target(final String name, final MovieFormat format, final Path open, final MovieOpenOptions options)
			throws IOException
		{
			this.name = name;
			this.format = format;
			this.open = open;
			this.options = options;
			folder = Files.isDirectory(open) ? open : open.getParent();
			try (Stream<Path> all = Files.list(folder)) {
				for (final Path path : (Iterable<Path>) all::iterator) {
					files.put(path, Files.readAllBytes(path));
					samples.put(path, new BitSet());
					unused.put(path, new BitSet());
				}
			}
		}

		Target samples(final Path file, final List<? extends Number> starts, final int length) {
			for (final Number start : starts)
				samples.get(file).set(start.intValue(), start.intValue() + length);
			return this;
		}

		Target packed() {
			raw = false;
			return this;
		}
	}

	/** A movie as it was read. */
	private static final class Content {

		private final List<float[]> frames = new ArrayList<>();
		private double[] times;
		private String size;
		private String pixelSize;
		private String start;
		private boolean nominal;
		private List<String> warnings;
	}

	private final Target target;
	private final Content before;
	private final Map<String, Integer> fields = new TreeMap<>();
	private final List<String> wrong = new ArrayList<>();

	TiffMutations(final Target target) throws IOException {
		this.target = target;
		before = read();
	}

	private Content read() throws IOException {
		final Content content = new Content();
		try (Movie movie = target.format.open(target.open, target.options, Progress.NONE)) {
			for (int f = 0; f < movie.frameCount(); f++)
				content.frames.add(movie.frame(f, null));
			content.times = movie.times().toArray();
			content.size = movie.width() + "x" + movie.height();
			content.pixelSize = movie.calibration().toString();
			content.start = movie.times().origin().toString();
			content.nominal = movie.times().isNominal();
			content.warnings = movie.warnings();
		}
		return content;
	}

	/** Damages the structure with every seed from 0 on and counts the outcomes. */
	Map<Outcome, Integer> damageStructure(final int seeds) throws IOException {
		final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
		for (int seed = 0; seed < seeds; seed++) {
			try {
				final Outcome outcome = damage(new Random(31L * target.name.hashCode() + seed));
				counts.merge(outcome, 1, Integer::sum);
				if (outcome == Outcome.SILENT || outcome == Outcome.MISREAD) wrong.add(target.name + ", seed " + seed + ": " + outcome);
			}
			catch (final RuntimeException | Error e) {
				throw new AssertionError(target.name + ", seed " + seed + ": " + e, e);
			}
		}
		return counts;
	}

	private Outcome damage(final Random random) throws IOException {
		final List<Path> paths = new ArrayList<>(target.files.keySet());
		final Path path = paths.get(random.nextInt(paths.size()));
		final BitSet left = (BitSet) target.samples.get(path).clone();
		left.or(target.unused.get(path));
		Files.write(path, mutated(target.files.get(path), left, random));
		try {
			return compare(read());
		}
		catch (final OperandoException e) {
			if (e.getMessage() == null || e.getMessage().length() < 20) throw new AssertionError("a bare message", e);
			return Outcome.REFUSED;
		}
		finally {
			Files.write(path, target.files.get(path));
		}
	}

	private static byte[] mutated(final byte[] bytes, final BitSet left, final Random random) {
		final int kind = random.nextInt(8);
		if (kind == 0) return Arrays.copyOf(bytes, random.nextInt(bytes.length));
		final byte[] changed = bytes.clone();
		final int at = structure(bytes.length, left, random);
		if (kind == 1) {
			// a piece is lost and what follows moves up
			final int lost = Math.min(bytes.length - at, 1 + random.nextInt(16));
			System.arraycopy(bytes, at + lost, changed, at, bytes.length - at - lost);
			return Arrays.copyOf(changed, bytes.length - lost);
		}
		if (kind == 2) {
			final byte value = (byte) (random.nextBoolean() ? 0 : -1);
			for (int i = at, end = Math.min(bytes.length, at + 1 + random.nextInt(32)); i < end && !left.get(i); i++)
				changed[i] = value;
		}
		else if (kind == 3) {
			final int[] extremes = { 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, bytes.length, bytes.length - 1, 0xffff };
			final int value = extremes[random.nextInt(extremes.length)];
			final boolean little = random.nextBoolean();
			for (int i = 0; i < 4 && at + i < bytes.length && !left.get(at + i); i++)
				changed[at + i] = (byte) (value >> 8 * (little ? i : 3 - i));
		}
		else for (int n = kind < 6 ? 1 : 1 + random.nextInt(4); n > 0; n--) {
			final int one = structure(bytes.length, left, random);
			changed[one] = (byte) (kind % 2 == 0 ? random.nextInt(256) : changed[one] ^ 1 << random.nextInt(8));
		}
		return changed;
	}

	private static int structure(final int length, final BitSet left, final Random random) {
		int at;
		do {
			at = random.nextInt(length);
		}
		while (left.get(at));
		return at;
	}

	private Outcome compare(final Content now) {
		final boolean more = !before.warnings.containsAll(now.warnings);
		final int[] matches = new int[now.frames.size()];
		int next = 0;
		for (int f = 0; f < matches.length; f++) {
			while (next < before.frames.size() && !Arrays.equals(before.frames.get(next), now.frames.get(f)))
				next++;
			if (next == before.frames.size()) return more ? Outcome.MISREAD : Outcome.SILENT;
			matches[f] = next++;
		}
		if (tellsAnothersTime(now, matches)) return more ? Outcome.MISREAD : Outcome.SILENT;
		if (matches.length < before.frames.size()) return more ? Outcome.WARNED : Outcome.SILENT;
		final List<String> other = otherMetadata(now);
		if (more) return Outcome.WARNED;
		other.forEach(field -> fields.merge(field, 1, Integer::sum));
		return other.isEmpty() ? Outcome.SAME : Outcome.OTHER_METADATA;
	}

	/** What reads otherwise though all frames are as before. */
	private List<String> otherMetadata(final Content now) {
		final List<String> other = new ArrayList<>();
		if (!Arrays.equals(now.times, before.times) || now.nominal != before.nominal) other.add("times");
		if (!now.pixelSize.equals(before.pixelSize)) other.add("pixel size");
		if (!now.start.equals(before.start)) other.add("start");
		if (!now.size.equals(before.size)) other.add("image size");
		return other;
	}

	/** How often each field was read otherwise without a word. */
	Map<String, Integer> fields() {
		return fields;
	}

	/** The seeds at which a frame was read wrongly. */
	List<String> wrong() {
		return wrong;
	}

	/** Whether frames are left out and those after them move up in time, or a frame has the time of another. */
	private boolean tellsAnothersTime(final Content now, final int[] matches) {
		// with all frames there, a nominal axis can only have another interval
		if (now.nominal && matches.length == before.frames.size()) return false;
		for (int f = 0; f < matches.length; f++) {
			final double shift = now.times[f] - before.times[matches[f]];
			for (int other = 0; other < before.times.length; other++)
				if (Math.abs(shift) > 1e-9 && Math.abs(now.times[f] - before.times[other]) < 1e-9) return true;
		}
		return false;
	}

	/** Changes bytes of packed samples with every seed: what they stand for may change, nothing else may happen. */
	void damagePacked(final int seeds) throws IOException {
		for (int seed = 0; seed < seeds; seed++) {
			final Random random = new Random(seed);
			for (final Map.Entry<Path, BitSet> file : target.samples.entrySet()) {
				final byte[] changed = target.files.get(file.getKey()).clone();
				for (int n = 1 + random.nextInt(3); n > 0; n--)
					changed[file.getValue().stream().skip(random.nextInt(file.getValue().cardinality())).findFirst()
						.getAsInt()] ^= 1 + random.nextInt(255);
				Files.write(file.getKey(), changed);
				try {
					final Content now = read();
					if (now.frames.size() > before.frames.size()) throw new AssertionError(target.name + ", seed " + seed);
				}
				catch (final OperandoException e) {
					if (e.getMessage().length() < 20) throw new AssertionError("a bare message", e);
				}
				finally {
					Files.write(file.getKey(), target.files.get(file.getKey()));
				}
			}
		}
	}

	/** Changes one sample byte for every seed; the number of times that more or less than one sample changed. */
	int damageSamples(final int seeds) throws IOException {
		int wrong = 0;
		for (int seed = 0; seed < seeds; seed++) {
			final Random random = new Random(seed);
			for (final Map.Entry<Path, BitSet> file : target.samples.entrySet()) {
				if (file.getValue().isEmpty()) continue;
				final byte[] changed = target.files.get(file.getKey()).clone();
				final int at = file.getValue().stream().skip(random.nextInt(file.getValue().cardinality())).findFirst()
					.getAsInt();
				changed[at] ^= 1 + random.nextInt(255);
				Files.write(file.getKey(), changed);
				final Content now = read();
				Files.write(file.getKey(), target.files.get(file.getKey()));
				int differ = 0;
				for (int f = 0; f < before.frames.size(); f++)
					for (int i = 0; i < before.frames.get(f).length; i++)
						if (Float.compare(before.frames.get(f)[i], now.frames.get(f)[i]) != 0) differ++;
				if (differ != 1 || now.frames.size() != before.frames.size()) wrong++;
			}
		}
		return wrong;
	}
}
