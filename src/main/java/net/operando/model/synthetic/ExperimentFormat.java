package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.io.tdms.TdmsWriter;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.PixelType;
import net.operando.model.phasefield.Material;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

/** File formats a synthetic movie is written in. */
public enum ExperimentFormat {

	/** LabVIEW's layout with a channel of times; whole counts, to which frames without noise are rounded. */
	TDMS("tdms") {

		@Override
		void write(final SyntheticMovie movie, final Path file, final Progress progress) throws IOException {
			try (TdmsWriter writer = TdmsWriter.create(file, movie.width(), movie.height(), 1 / movie.scene().timing()
				.frameSeconds(), movie.calibration(), movie.scene().startTime()))
			{
				eachFrame(movie, progress, (frame, counts) -> writer.append(whole(counts), movie.times().seconds(frame)));
			}
		}
	},
	/** An ImageJ stack with a time per slice; 16 bit, or 32 bit floating point without noise. */
	TIFF("tif") {

		@Override
		void write(final SyntheticMovie movie, final Path file, final Progress progress) throws IOException {
			final TiffStackInfo info = TiffStackInfo.defaults().withCalibration(movie.calibration()).withOrigin(movie.scene()
				.startTime());
			try (TiffStackWriter writer = TiffStackWriter.create(file, movie.width(), movie.height(), movie.pixelType(), movie
				.frameCount(), info))
			{
				eachFrame(movie, progress, (frame, counts) -> {
					if (movie.pixelType() == PixelType.UINT16) writer.write(whole(counts), movie.times().seconds(frame));
					else writer.write(counts, movie.times().seconds(frame));
				});
				writer.finish();
			}
		}
	},
	/**
	 * The laboratory's layout: movie, average_intensity, camera_timing (ns since 1970), potentiostat_value (V, I, charge in As, time)
	 * and stage_position (um). The library cannot write unsigned numbers and holds all in memory: the counts are 32 bit
	 * floating point, and movies above 400 MB are refused. Readers put second 0 at
	 * the first frame, not where the truth has it; instants are the same.
	 */
	HDF5("h5") {

		@Override
		void write(final SyntheticMovie movie, final Path file, final Progress progress) throws IOException {
			final long bytes = 4L * movie.frameCount() * movie.width() * movie.height();
			if (bytes > MOST_HDF5_BYTES) throw new InvalidInputException("A movie of " + bytes / 1_000_000 +
				" MB is too large to be written as HDF5: choose TDMS or TIFF, fewer frames or a smaller field.");
			final int n = movie.frameCount();
			final float[][][] frames = new float[n][movie.height()][movie.width()];
			final double[] mean = new double[n];
			eachFrame(movie, progress, (frame, counts) -> {
				double sum = 0;
				for (int i = 0; i < counts.length; i++)
					sum += frames[frame][i / movie.width()][i % movie.width()] = counts[i];
				mean[frame] = sum / counts.length;
			});
			final long[] timing = new long[n];
			final double[][] potentiostat = new double[4][n];
			final double[][] stage = new double[3][n];
			final long start = movie.scene().startTime().getEpochSecond() * 1_000_000_000 + movie.scene().startTime().getNano();
			final Cell cell = movie.scene().cell();
			final Material material = movie.scene().material();
			for (int f = 0; f < n; f++) {
				final double t = movie.times().seconds(f);
				timing[f] = start + Math.round(t * 1e9);
				potentiostat[0][f] = cell.voltage(t, material);
				potentiostat[1][f] = -cell.amperes(cell.cRate(t));
				potentiostat[2][f] = -(cell.x(t) - cell.startX()) * Cell.CAPACITY_MAH_PER_G * cell.massMg() * 3.6e-3;
				potentiostat[3][f] = cell.potentiostatSeconds(t);
				final Timing.FrameTime frame = movie.schedule().get(f);
				final Drift.Pose pose = movie.scene().drift().pose(movie.scene().seed(), frame.firstRaw(), t);
				stage[2][f] = 1e-3 * pose.focusNm();
			}
			Files.deleteIfExists(file);
			try (WritableHdfFile hdf = HdfFile.write(file)) {
				hdf.putDataset("movie", frames);
				hdf.putDataset("average_intensity", mean);
				hdf.putDataset("camera_timing", timing);
				hdf.putDataset("potentiostat_value", potentiostat);
				hdf.putDataset("stage_position", stage);
			}
		}
	};

	private static final long MOST_HDF5_BYTES = 400_000_000;
	/** Frames computed at once and then written in order; few, so that little memory is held. */
	private static final int BATCH = 8;

	private final String ending;

	ExperimentFormat(final String ending) {
		this.ending = ending;
	}

	/** File ending without the dot. */
	public String ending() {
		return ending;
	}

	/** The format of a name ("TIFF", "TDMS", "HDF5"), whatever its case. */
	public static ExperimentFormat of(final String name) {
		for (final ExperimentFormat format : values())
			if (format.name().equalsIgnoreCase(name.trim())) return format;
		throw new InvalidInputException("'" + name + "' is no format for a synthetic movie: give one of " + Arrays.toString(
			values()) + ".");
	}

	abstract void write(SyntheticMovie movie, Path file, Progress progress) throws IOException;

	private static short[] whole(final float[] counts) {
		final short[] whole = new short[counts.length];
		for (int i = 0; i < whole.length; i++)
			whole[i] = (short) Math.round(counts[i]);
		return whole;
	}

	/** What is done with each frame, in order. */
	private interface Sink {

		void accept(int frame, float[] counts) throws IOException;
	}

	private static void eachFrame(final SyntheticMovie movie, final Progress progress, final Sink sink)
		throws IOException
	{
		final double all = movie.frameCount();
		for (int first = 0; first < movie.frameCount(); first += BATCH) {
			final int from = first;
			final float[][] frames = new float[Math.min(BATCH, movie.frameCount() - first)][];
			Parallel.loop(frames.length, progress.part(from / all, (from + frames.length) / all), "drawing frames",
				i -> frames[i] = movie.frame(from + i, null));
			for (int i = 0; i < frames.length; i++)
				sink.accept(from + i, frames[i]);
		}
	}
}
