package net.operando.acquire.engine;

import java.util.ArrayList;
import java.util.List;

import net.operando.data.movie.LinePath;

/**
 * What a live view shows of a recording, as data: the last frame, how it differs from one some time before (1/s), and a
 * kymograph that grows by a column per frame, nearest pixel along a line. Fed as the recording's listener; read from any thread.
 * For looking at: measurements are made on the recorded movie.
 */
public final class LivePreview implements AcquisitionListener {

	private static final int MOST_COLUMNS = 20_000;
	private static final int MOST_KEPT = 64;

	private final String stream;
	private final double lagSeconds;
	private final LinePath line;
	private final List<double[]> times = new ArrayList<>();
	private final List<float[]> kept = new ArrayList<>();
	private final List<float[]> columns = new ArrayList<>();
	private final List<Double> columnSeconds = new ArrayList<>();
	private AcquisitionStatus status = new AcquisitionStatus();
	private float[] last;
	private float[] difference;
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

	@Override
	public synchronized void status(final AcquisitionStatus now) {
		status = now;
	}

	@Override
	public synchronized void frame(final LiveFrame frame) {
		if (!frame.stream().equals(stream)) return;
		width = frame.width();
		height = frame.height();
		last = frame.samples().clone();
		final double t = frame.seconds();
		while (times.size() > MOST_KEPT || times.size() > 1 && times.get(1)[0] <= t - lagSeconds) {
			times.remove(0);
			kept.remove(0);
		}
		final boolean early = times.isEmpty() || times.get(0)[0] > t - 0.9 * lagSeconds;
		difference = early ? null : difference(kept.get(0), last, t - times.get(0)[0]);
		times.add(new double[] { t });
		kept.add(last);
		if (line != null && columns.size() < MOST_COLUMNS) {
			columns.add(column());
			columnSeconds.add(t);
		}
	}

	/** Change per time relative to the earlier frame; NaN where that is dark. */
	private static float[] difference(final float[] before, final float[] now, final double seconds) {
		final float[] d = new float[now.length];
		for (int i = 0; i < d.length; i++)
			d[i] = before[i] > 0 ? (float) ((now[i] / before[i] - 1) / seconds) : Float.NaN;
		return d;
	}

	private float[] column() {
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
			column[i] = x < 0 || y < 0 || x >= width || y >= height ? Float.NaN : last[(int) (y * width + x)];
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

	/** The last frame, row-major; null before the first. Not to be changed. */
	public synchronized float[] last() {
		return last;
	}

	/** How the last frame differs from the one a lag before, in 1/s; null while there is none. Not to be changed. */
	public synchronized float[] difference() {
		return difference;
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
	public synchronized List<float[]> columns() {
		return new ArrayList<>(columns);
	}

	/** Times of the columns in s since the recording's second 0. */
	public synchronized List<Double> columnSeconds() {
		return new ArrayList<>(columnSeconds);
	}
}
