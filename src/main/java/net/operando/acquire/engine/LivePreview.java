package net.operando.acquire.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import net.operando.data.movie.LinePath;

/**
 * What a live view shows of a recording, as data: the last frame, how it differs from one some time before (1/s), and a
 * kymograph that grows by a column per frame, nearest pixel along a line. Fed as the recording's listener; read from any thread.
 * For looking at: measurements are made on the recorded movie. Of fast recordings not every frame is kept, so that memory
 * stays at some frames whatever the rate; every frame has its column, until half of the oldest are forgotten.
 */
public final class LivePreview implements AcquisitionListener {

	private static final int MOST_COLUMNS = 20_000;
	/** Frames per lag that are kept at most. */
	private static final int FRAMES_PER_LAG = 8;
	/** How much shorter than asked for the difference's lag may be. */
	private static final double SHORTEST_LAG = 0.9;

	private final String stream;
	private final double lagSeconds;
	private final List<Double> times = new ArrayList<>();
	private final List<float[]> kept = new ArrayList<>();
	private final List<float[]> columns = new ArrayList<>();
	private final List<Double> columnSeconds = new ArrayList<>();
	private AcquisitionStatus status = new AcquisitionStatus();
	private LinePath line;
	private long count;
	private int width;
	private int height;

	/**
	 * @param stream name of the movie to look at
	 * @param lagSeconds of the difference, above 0
	 * @param line along the rod in stored pixels; null for no kymograph
	 */
	public LivePreview(final String stream, final double lagSeconds, final LinePath line) {
		this.stream = stream;
		this.lagSeconds = lagSeconds;
		this.line = line;
	}

	/** Begins another kymograph along a line, from the next frame on; null for none. The line it has already changes nothing. */
	public synchronized void cutAlong(final LinePath path) {
		if (Objects.equals(line, path)) return;
		line = path;
		columns.clear();
		columnSeconds.clear();
	}

	@Override
	public synchronized void status(final AcquisitionStatus now) {
		status = now;
	}

	@Override
	public synchronized void frame(final LiveFrame frame) {
		if (!frame.stream().equals(stream)) return;
		final double t = frame.seconds();
		if (width != frame.width() || height != frame.height()) {
			times.clear();
			kept.clear();
		}
		width = frame.width();
		height = frame.height();
		if (line != null) addColumn(frame.samples(), t);
		if (!times.isEmpty() && t - times.get(times.size() - 1) < lagSeconds / FRAMES_PER_LAG) return;
		while (times.size() > 1 && times.get(1) <= t - lagSeconds) {
			times.remove(0);
			kept.remove(0);
		}
		times.add(t);
		kept.add(frame.samples().clone());
		count++;
	}

	/** Change per time relative to the earlier frame; NaN where that is dark. */
	private static float[] difference(final float[] before, final float[] now, final double seconds) {
		final float[] d = new float[now.length];
		for (int i = 0; i < d.length; i++)
			d[i] = before[i] > 0 ? (float) ((now[i] / before[i] - 1) / seconds) : Float.NaN;
		return d;
	}

	private void addColumn(final float[] samples, final double seconds) {
		if (columns.size() == MOST_COLUMNS) {
			columns.subList(0, MOST_COLUMNS / 2).clear();
			columnSeconds.subList(0, MOST_COLUMNS / 2).clear();
		}
		columns.add(column(samples));
		columnSeconds.add(seconds);
	}

	private float[] column(final float[] samples) {
		final float[] column = new float[(int) Math.floor(line.length()) + 1];
		int vertex = 0;
		double passed = 0;
		for (int i = 0; i < column.length; i++) {
			double piece = piece(vertex);
			while (i > passed + piece && vertex < line.vertexCount() - 2) {
				passed += piece;
				piece = piece(++vertex);
			}
			final double share = (i - passed) / piece;
			final long x = Math.round(line.x(vertex) + share * (line.x(vertex + 1) - line.x(vertex)));
			final long y = Math.round(line.y(vertex) + share * (line.y(vertex + 1) - line.y(vertex)));
			column[i] = x < 0 || y < 0 || x >= width || y >= height ? Float.NaN : samples[(int) (y * width + x)];
		}
		return column;
	}

	private double piece(final int vertex) {
		return Math.hypot(line.x(vertex + 1) - line.x(vertex), line.y(vertex + 1) - line.y(vertex));
	}

	/** Where the recording is. */
	public synchronized AcquisitionStatus status() {
		return status;
	}

	/** How many frames were kept so far: what {@link #last} gives changes with it. */
	public synchronized long count() {
		return count;
	}

	/** The last frame that was kept, row-major; null before the first. Not to be changed. */
	public synchronized float[] last() {
		return kept.isEmpty() ? null : kept.get(kept.size() - 1);
	}

	/** How that frame differs from the one a lag before, in 1/s; null while there is none. Not to be changed. */
	public float[] difference() {
		final float[] before;
		final float[] now;
		final double seconds;
		synchronized (this) {
			if (times.size() < 2) return null;
			seconds = times.get(times.size() - 1) - times.get(0);
			if (seconds < SHORTEST_LAG * lagSeconds) return null;
			before = kept.get(0);
			now = kept.get(kept.size() - 1);
		}
		// outside, since the recording waits for whoever holds the lock
		return difference(before, now, seconds);
	}

	/** Width of the frames in px; 0 before the first. */
	public synchronized int width() {
		return width;
	}

	/** Height of the frames in px; 0 before the first. */
	public synchronized int height() {
		return height;
	}

	/** Columns of the kymograph so far, one per frame; position from the line's start in px. */
	public List<float[]> columns() {
		return lastColumns(MOST_COLUMNS);
	}

	/** The last columns of the kymograph, at most so many. */
	public synchronized List<float[]> lastColumns(final int most) {
		return new ArrayList<>(columns.subList(Math.max(0, columns.size() - most), columns.size()));
	}

	/** Times of the columns in s since the recording's second 0. */
	public synchronized List<Double> columnSeconds() {
		return new ArrayList<>(columnSeconds);
	}
}
