package net.operando.data.io.movies;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.hdf5.Hdf5Bytes;
import net.operando.data.io.tdms.TdmsBytes;

/** The whole files that {@link DamagedMovieTest} and {@link DamagedMovieStudy} damage: a line per kind. */
final class DamagedMovies {

	private static final int W = 16;
	private static final int H = 16;
	private static final int N = W * H;
	private static final int FRAMES = 6;
	private static final int UINT16 = 6;
	private static final int FLOAT64 = 10;

	private DamagedMovies() {}

	static List<DamagedMovie> all() {
		final List<DamagedMovie> all = new ArrayList<>();
		all.add(tdms("TDMS, a frame and its time per segment", segmentPerFrame(ByteOrder.LITTLE_ENDIAN)));
		all.add(tdms("TDMS, big endian", segmentPerFrame(ByteOrder.BIG_ENDIAN)));
		all.add(tdms("TDMS, interleaved", interleaved()));
		all.add(tdms("TDMS, several chunks, reused layouts, corrected dialect", reused()));
		all.add(hdf5("HDF5, contiguous", Hdf5Bytes.movie(FRAMES, H, W, 0, false)));
		all.add(hdf5("HDF5, chunked", Hdf5Bytes.movie(FRAMES, H, W, 1, false)));
		all.add(hdf5("HDF5, chunked, shuffled and deflated", Hdf5Bytes.movie(FRAMES, H, W, 2, true)));
		return all;
	}

	private static DamagedMovie tdms(final String name, final TdmsBytes bytes) {
		return new DamagedMovie(name, "movie.tdms", bytes.bytes(), bytes.roles(), MovieOpenOptions.defaults());
	}

	private static DamagedMovie hdf5(final String name, final Hdf5Bytes bytes) {
		return new DamagedMovie(name, "movie.h5", bytes.bytes(), bytes.roles(), MovieOpenOptions.defaults());
	}

	private static TdmsBytes.Metadata camera(final ByteOrder order, final int objects) {
		return new TdmsBytes.Metadata(order, objects).objectWithoutData("/", 1).timestamp("wf_start_time", 3_700_000_000L,
			0).objectWithoutData("/'img'", 0).object("/'img'/'cam1'", UINT16, N, 3).property("Image size", W).property(
				"Image size 2", H).property("Effective frame rate", 2.0);
	}

	private static TdmsBytes segmentPerFrame(final ByteOrder order) {
		final int big = order == ByteOrder.BIG_ENDIAN ? TdmsBytes.BIG_ENDIAN : 0;
		final TdmsBytes bytes = new TdmsBytes();
		for (int f = 0; f < FRAMES; f++) {
			final byte[] raw = TdmsBytes.concat(TdmsBytes.samples((long) f * N, (f + 1L) * N, N, order), TdmsBytes.doubles(order,
				0.5 * f));
			if (f == 0) bytes.segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW | big, camera(order, 4).object(
				"/'img'/'time'", FLOAT64, 1, 0), raw);
			else bytes.segment(TdmsBytes.RAW | big, null, raw);
		}
		return bytes;
	}

	private static TdmsBytes interleaved() {
		final TdmsBytes bytes = new TdmsBytes();
		for (int f = 0; f < FRAMES; f++) {
			final ByteBuffer raw = ByteBuffer.allocate(N * 10).order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < N; i++)
				raw.putShort((short) TdmsBytes.sample(f, i)).putDouble(i);
			if (f == 0) bytes.segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW | TdmsBytes.INTERLEAVED, camera(
				ByteOrder.LITTLE_ENDIAN, 4).object("/'log'/'v'", FLOAT64, N, 0), raw.array());
			else bytes.segment(TdmsBytes.RAW | TdmsBytes.INTERLEAVED, null, raw.array());
		}
		return bytes;
	}

	private static TdmsBytes reused() {
		final ByteOrder order = ByteOrder.LITTLE_ENDIAN;
		final TdmsBytes bytes = new TdmsBytes();
		bytes.segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW, new TdmsBytes.Metadata(order, 2)
			.objectWithoutData("/'group'", 3).property("Width", W).property("Heigth", H).property("FPS", 2.0).object(
				"/'group'/'0'", UINT16, N, 0), TdmsBytes.samples(0, 3 * N, N, order));
		bytes.segment(TdmsBytes.METADATA | TdmsBytes.RAW, new TdmsBytes.Metadata(order, 1).object("/'log'/'t'", FLOAT64, 3,
			1).property("unit", "s"), TdmsBytes.concat(TdmsBytes.samples(3 * N, 4 * N, N, order), TdmsBytes.doubles(order, 1, 2,
				3)));
		bytes.segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW, new TdmsBytes.Metadata(order, 2)
			.objectAsBefore("/'log'/'t'", 0).objectAsBefore("/'group'/'0'", 0), TdmsBytes.concat(TdmsBytes.doubles(order, 4, 5,
				6), TdmsBytes.samples(4 * N, 5 * N, N, order)));
		bytes.segment(TdmsBytes.METADATA | TdmsBytes.RAW, new TdmsBytes.Metadata(order, 1).objectWithoutData("/'log'/'t'",
			0), TdmsBytes.samples(5 * N, 6 * N, N, order));
		return bytes;
	}
}
