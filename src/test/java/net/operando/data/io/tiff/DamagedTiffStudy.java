package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.data.io.FileSet;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.avi.AviBuilder;
import net.operando.data.io.avi.AviFormat;
import net.operando.data.io.tiff.TiffMutations.Outcome;
import net.operando.data.io.tiff.TiffMutations.Target;
import net.operando.data.movie.PixelType;
import net.operando.study.StudyPage;

/** Damaged TIFF, NDTiff and AVI files: 2000 seeded mutations of the structure of each, and changed sample bytes. */
@Tag("study")
class DamagedTiffStudy {

	private static final MovieOpenOptions ONE_SECOND = MovieOpenOptions.defaults().withFrameIntervalSeconds(1);
	private static final int WIDTH = 11;
	private static final int HEIGHT = 9;
	private static final int FRAMES = 6;

	private static final String[] WITNESSES = {
		"What tells damage: all images of a movie have the same size, sample type and compression, and their directories the same",
		"tags, types and counts (what most agree on counts); no byte is used twice by samples, directories and the values of",
		"tags; images follow each other at one distance where a neighbour is damaged; OME metadata must agree with the sizes",
		"of the images, name each of them once and place none outside of its own sizes; Micro-Manager's and NDTiff's index, the",
		"directories and the description behind each image must name the same place and frame; ImageJ's number of images",
		"must be that of the directories; an uncompressed AVI frame is as long as its size needs, a JPEG frame ends with its",
		"end marker, both headers of an AVI state one size and one rate, and what lies behind a piece that cannot be told is",
		"not read, for its frames have lost their numbers.",
		"",
		"What no reader can tell, because the file holds it once: the digits of a time (the labels of our own stacks and",
		"`finterval`, OME's `DeltaT` and `TimeIncrement`, Micro-Manager's `ElapsedTime-ms` and `Interval_ms`), as long as times",
		"still increase; of a pixel size (`XResolution` with `unit`, `PhysicalSizeX`, `PixelSizeUm`), or whether there is one; of",
		"the start (`Operando-Time-Origin`, `AcquisitionDate`, `ReceivedTime`); and, in an AVI whose other header states none, the",
		"rate. A plain TIFF that was linked past one of its images by a link that is valid itself holds one image less." };

	@TempDir
	Path folder;

	@Test
	@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyMutationIsRefusedOrReadRightly() throws IOException {
		assertEquals(List.of(), run(folder, StudyPage.seeds(2000, 150), StudyPage.seeds(300, 20)), NEVER);
	}

	static final String NEVER = "a wrong sample or a shifted frame is never acceptable";

	/** Runs all targets; used by the normal suite with few seeds. @return what was read wrong */
	static List<String> run(final Path folder, final int seeds, final int sampleSeeds) throws IOException {
		final StudyPage page = new StudyPage("damaged-tiff", "Damaged TIFF, NDTiff and AVI files", "DamagedTiffStudy");
		page.line("Each file is damaged %d times: bytes changed, fields set to extremes, runs overwritten or lost, the end cut.",
			seeds).line("No damage made a reader hang, run out of memory or throw anything but a typed exception.").line("");
		page.line("`refused`: a typed exception. `same`: the damage does not matter. `warned`: the frames that are left are right " +
			"and at their own times, and a warning tells what is missing or doubtful. `metadata`: every frame is right and in " +
			"its place, and a field that the file holds only once reads otherwise without a word, as a changed sample would. " +
			"`misread`: a sample or the place of a frame in time is wrong, though a warning says that the file is damaged. " +
			"`silent`: the same, or fewer frames, without a word. The last two must be 0.").line("").line(
				"| file | refused | same | warned | metadata | misread | silent | fields behind `metadata` |").line(
					"|---|---|---|---|---|---|---|---|");
		final List<String> wrong = new ArrayList<>();
		for (final Target target : targets(folder)) {
			final TiffMutations mutations = new TiffMutations(target);
			final Map<Outcome, Integer> n = mutations.damageStructure(seeds);
			page.line("| %s | %d | %d | %d | %d | %d | %d | %s |", target.name, n.getOrDefault(Outcome.REFUSED, 0), n
				.getOrDefault(Outcome.SAME, 0), n.getOrDefault(Outcome.WARNED, 0), n.getOrDefault(Outcome.OTHER_METADATA, 0), n
					.getOrDefault(Outcome.MISREAD, 0), n.getOrDefault(Outcome.SILENT, 0), mutations.fields().entrySet().stream().map(
						f -> f.getKey() + " " + f.getValue()).collect(Collectors.joining(", ")));
			wrong.addAll(mutations.wrong());
			if (mutations.fields().containsKey("image size")) wrong.add(target.name + " of another size");
			if (!target.raw) mutations.damagePacked(seeds);
			else assertEquals(0, mutations.damageSamples(sampleSeeds), target.name +
				": a changed sample byte must change one sample");
		}
		page.line("");
		for (final String line : WITNESSES)
			page.line(line);
		page.finish();
		return wrong;
	}

	private static List<Target> targets(final Path folder) throws IOException {
		final List<Target> targets = new ArrayList<>();
		targets.add(classic(folder));
		targets.add(bigTiles(folder));
		targets.add(imageJ(folder));
		targets.add(compressed(folder, "LZW"));
		targets.add(compressed(folder, "ZLib"));
		targets.add(compressed(folder, "PackBits"));
		targets.add(ome(folder));
		targets.add(microManager(folder));
		targets.add(ndTiff(folder));
		targets.add(avi(folder));
		targets.add(jpegAvi(folder));
		return targets;
	}

	private static Path file(final Path folder, final String name) throws IOException {
		return Files.createDirectories(folder.resolve(name.replaceAll("\\W", "_"))).resolve(name);
	}

	private static Target classic(final Path folder) throws IOException {
		final TiffBuilder b = new TiffBuilder(WIDTH, HEIGHT, FRAMES);
		b.rowsPerStrip = 4;
		final Path path = b.write(file(folder, "classic.tif"));
		return new Target("TIFF, strips", new TiffFormat(), path, ONE_SECOND).samples(path, b.data, 2 * WIDTH * HEIGHT);
	}

	private static Target bigTiles(final Path folder) throws IOException {
		final TiffBuilder b = new TiffBuilder(WIDTH, HEIGHT, FRAMES);
		b.big = true;
		b.order = ByteOrder.BIG_ENDIAN;
		b.tile = 8;
		b.bits = 32;
		b.sampleFormat = 3;
		final Path path = b.write(file(folder, "tiles.tif"));
		// two by two tiles, whose margins are no samples of the image: a changed byte need not change one
		return new Target("BigTIFF, tiles, float", new TiffFormat(), path, ONE_SECOND).samples(path, b.data, 4 * 4 * 64)
			.packed();
	}

	private static Target imageJ(final Path folder) throws IOException {
		final Path path = file(folder, "imagej.tif");
		final List<Integer> data = new ArrayList<>();
		try (TiffStackWriter writer = TiffStackWriter.create(path, WIDTH, HEIGHT, PixelType.UINT16, FRAMES, TiffStackInfo
			.defaults().withCalibration(Calibration.ofMicrometres(0.0694)).withOrigin(Instant.EPOCH)))
		{
			for (int f = 0; f < FRAMES; f++) {
				final short[] frame = new short[WIDTH * HEIGHT];
				for (int i = 0; i < frame.length; i++)
					frame[i] = (short) TiffBuilder.sample(f, i % WIDTH, i / WIDTH);
				writer.write(frame, 1.5 * f + 0.125 * f * f);
				data.add(TiffStackWriter.FRONT_BYTES + f * 2 * WIDTH * HEIGHT);
			}
			writer.finish();
		}
		final Target target = new Target("TIFF of our own, as ImageJ's", new TiffFormat(), path, MovieOpenOptions.defaults())
			.samples(path, data, 2 * WIDTH * HEIGHT);
		// the unused rest of the front would make most mutations harmless
		target.unused.get(path).set(500, TiffStackWriter.FRONT_BYTES);
		return target;
	}

	private static Target compressed(final Path folder, final String compression) throws IOException {
		final Path path = file(folder, compression + ".tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
			writer.setOutput(out);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(compression);
			writer.prepareWriteSequence(null);
			for (int f = 0; f < FRAMES; f++) {
				final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
				for (int i = 0; i < WIDTH * HEIGHT; i++)
					image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, TiffBuilder.sample(f, i % WIDTH / 3, i / WIDTH));
				writer.writeToSequence(new IIOImage(image, null, null), param);
			}
			writer.endWriteSequence();
		}
		writer.dispose();
		final Target target = new Target("TIFF, " + compression, new TiffFormat(), path, ONE_SECOND).packed();
		try (FileSet files = new FileSet()) {
			final TiffChain chain = TiffChain.read(new TiffFile(files, files.add(path)), Progress.NONE);
			for (int f = 0; f < FRAMES; f++)
				for (int i = 0; i < chain.plane(f).blockCount(); i++)
					target.samples(path, List.of(chain.plane(f).offset(i)), (int) chain.plane(f).length(i));
		}
		return target;
	}

	private static Target ome(final Path folder) throws IOException {
		final TiffBuilder b = new TiffBuilder(WIDTH, HEIGHT, FRAMES);
		b.description = TiffBuilder.ome(WIDTH, HEIGHT, FRAMES, new double[] { 0, 1000, 2000, 7000, 8000, 9000 }, "");
		final Path path = b.write(file(folder, "o.ome.tif"));
		return new Target("OME-TIFF", new TiffFormat(), path, MovieOpenOptions.defaults()).samples(path, b.data, 2 * WIDTH *
			HEIGHT);
	}

	private static Target microManager(final Path folder) throws IOException {
		final TiffBuilder b = new TiffBuilder(WIDTH, HEIGHT, FRAMES);
		b.microManager = new String[FRAMES];
		b.index = new int[FRAMES][];
		for (int t = 0; t < FRAMES; t++) {
			b.microManager[t] = TiffBuilder.micro(t, 0, 0, 400 + 1000 * t, "2024-03-01 10:20:3" + t + ".5 +0100");
			b.index[t] = new int[] { 0, 0, t, 0 };
		}
		final Path path = b.write(file(folder, "r_MMStack_Pos0.ome.tif"));
		return new Target("Micro-Manager stack", new TiffFormat(), path, MovieOpenOptions.defaults()).samples(path, b.data, 2 *
			WIDTH * HEIGHT);
	}

	private static Target ndTiff(final Path folder) throws IOException {
		final NdTiffBuilder b = new NdTiffBuilder(WIDTH, HEIGHT, FRAMES);
		for (int t = 0; t < FRAMES; t++) {
			b.axes.add("{\"time\":" + t + "}");
			b.metadata.add(TiffBuilder.micro(t, 0, 0, 400 + 1000 * t, "2024-03-01 10:20:30.5 +0100"));
		}
		final Path set = b.write(folder.resolve("ndtiff"));
		return new Target("NDTiff", new NdTiffFormat(), set, MovieOpenOptions.defaults()).samples(set.resolve(b.fileName),
			b.tiff.data, 2 * WIDTH * HEIGHT);
	}

	private static Target avi(final Path folder) throws IOException {
		final AviBuilder b = new AviBuilder();
		b.width = 12;
		b.height = HEIGHT;
		for (int i = 0; i < 2; i++) {
			final List<byte[]> frames = new ArrayList<>();
			for (int f = 0; f < FRAMES / 2; f++) {
				final byte[] frame = new byte[12 * HEIGHT];
				for (int k = 0; k < frame.length; k++)
					frame[k] = (byte) (40 * (3 * i + f) + k);
				frames.add(frame);
			}
			b.lists.add(frames);
		}
		final Path path = Files.write(file(folder, "m.avi"), b.build());
		return new Target("AVI, 8 bit, two lists", new AviFormat(), path, MovieOpenOptions.defaults()).samples(path, b.data, 12 *
			HEIGHT);
	}

	private static Target jpegAvi(final Path folder) throws IOException {
		final AviBuilder b = new AviBuilder();
		b.width = 16;
		b.height = 16;
		b.bits = 24;
		b.fourCc = "MJPG";
		final List<byte[]> frames = new ArrayList<>();
		for (int f = 0; f < FRAMES; f++) {
			final BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
			for (int i = 0; i < 256; i++)
				image.getRaster().setSample(i % 16, i / 16, 0, 20 * f + i % 16);
			final ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(image, "jpeg", out);
			frames.add(out.toByteArray());
		}
		b.lists.add(frames);
		final Path path = Files.write(file(folder, "j.avi"), b.build());
		final Target target = new Target("AVI, JPEG frames", new AviFormat(), path, MovieOpenOptions.defaults()).packed();
		for (int f = 0; f < FRAMES; f++)
			target.samples(path, List.of(b.data.get(f)), frames.get(f).length);
		return target;
	}
}
