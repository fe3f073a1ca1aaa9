package net.operando.data.electrochem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one segment into steps: plateaus of the median-filtered current are grown sample by sample, then neighbours that
 * join without a jump while the voltage stands still are one hold, and what is too short joins its neighbour.
 */
final class Segmentation {

	/** Samples from first to before end, of one kind. */
	static final class Piece {

		final StepKind kind;
		final int first;
		final int end;

		Piece(final StepKind kind, final int first, final int end) {
			this.kind = kind;
			this.first = first;
			this.end = end;
		}
	}

	private final CyclerRecording recording;
	private final StepParameters parameters;
	private final double rest;
	private final int offset;
	private final double[] current;
	private final double[] voltage;

	Segmentation(final CyclerRecording recording, final int segment, final double rest, final StepParameters parameters) {
		this.recording = recording;
		this.parameters = parameters;
		this.rest = rest;
		offset = recording.firstSample(segment);
		final int n = recording.endSample(segment) - offset;
		current = new double[n];
		voltage = new double[n];
		final double[] raw = new double[n];
		for (int i = 0; i < n; i++) {
			raw[i] = recording.currentAmperes(offset + i);
			voltage[i] = recording.voltageVolts(offset + i);
		}
		final double[] window = new double[5];
		for (int i = 0; i < n; i++) {
			// the window shrinks at the ends so that an edge stays where it is
			final int half = Math.min(2, Math.min(i, n - 1 - i));
			System.arraycopy(raw, i - half, window, 0, 2 * half + 1);
			Arrays.sort(window, 0, 2 * half + 1);
			current[i] = window[half];
		}
	}

	List<Piece> pieces() {
		List<Piece> pieces = plateaus();
		pieces = joinShort(joinHolds(pieces));
		final List<Piece> shifted = new ArrayList<>();
		for (final Piece p : pieces)
			shifted.add(new Piece(p.kind, p.first + offset, p.end + offset));
		return shifted;
	}

	/** Grows plateaus: a sample belongs while it is within tolerance of the plateau's own median start. */
	private List<Piece> plateaus() {
		final List<Piece> pieces = new ArrayList<>();
		int first = 0;
		while (first < current.length) {
			final boolean resting = isRest(first);
			double level = current[first];
			int count = 1;
			int end = first + 1;
			while (end < current.length && isRest(end) == resting && (resting || near(current[end], level))) {
				// the level settles over the first samples and then stays, so that a slow decay is not followed
				if (count < 8) level += (current[end] - level) / ++count;
				end++;
			}
			pieces.add(new Piece(resting ? StepKind.REST : StepKind.CONSTANT_CURRENT, first, end));
			first = end;
		}
		return pieces;
	}

	private boolean isRest(final int i) {
		return Math.abs(current[i]) <= rest;
	}

	private boolean near(final double value, final double level) {
		return Math.abs(value - level) <= Math.max(parameters.currentTolerance() * Math.abs(level), 2 * rest);
	}

	/** Runs of pieces over which the voltage stands still and the current drifts without a jump become holds. */
	private List<Piece> joinHolds(final List<Piece> pieces) {
		final List<Piece> joined = new ArrayList<>();
		int k = 0;
		while (k < pieces.size()) {
			int end = k + 1;
			while (end < pieces.size() && continuous(pieces.get(end - 1), pieces.get(end)) && still(pieces.get(k).first,
				pieces.get(end).end)) end++;
			final int first = pieces.get(k).first;
			final int last = pieces.get(end - 1).end;
			if (end - k > 1 && pieces.get(k).kind != StepKind.REST && changes(first, last)) joined.add(new Piece(
				StepKind.HOLD, first, last));
			else {
				end = k + 1;
				joined.add(pieces.get(k));
			}
			k = end;
		}
		return joined;
	}

	/** No jump between two pieces: the step across the joint is no larger than a few times what is usual beside it. */
	private boolean continuous(final Piece a, final Piece b) {
		final int j = b.first;
		final double jump = Math.abs(current[j] - current[j - 1]);
		double usual = 0;
		final int from = Math.max(a.first + 1, j - 4);
		final int to = Math.min(b.end - 1, j + 4);
		for (int i = from; i <= to; i++)
			if (i != j) usual = Math.max(usual, Math.abs(current[i] - current[i - 1]));
		final double scale = Math.max(Math.abs(current[j]), Math.abs(current[j - 1]));
		return jump <= Math.max(4 * usual, 2 * parameters.currentTolerance() * scale) && current[j] * current[j - 1] >= -rest *
			rest;
	}

	/** Whether the voltage keeps within the tolerance, one sample in twenty excepted. */
	private boolean still(final int first, final int end) {
		final double[] v = Arrays.copyOfRange(voltage, first, end);
		Arrays.sort(v);
		final int spare = v.length / 40;
		return v[v.length - 1 - spare] - v[spare] <= 2 * parameters.holdToleranceVolts();
	}

	private boolean changes(final int first, final int end) {
		double low = Double.POSITIVE_INFINITY;
		double high = 0;
		for (int i = first; i < end; i++) {
			low = Math.min(low, Math.abs(current[i]));
			high = Math.max(high, Math.abs(current[i]));
		}
		return high - low > 2 * parameters.currentTolerance() * high;
	}

	/**
	 * Pieces shorter than a step: a run of them is one OTHER if it is long enough together, otherwise it joins the piece
	 * before it, or the one after it at the start.
	 */
	private List<Piece> joinShort(final List<Piece> pieces) {
		final List<Piece> runs = new ArrayList<>();
		for (int k = 0; k < pieces.size();) {
			int end = k;
			while (end < pieces.size() && isShort(pieces.get(end)))
				end++;
			if (end == k) {
				runs.add(pieces.get(k++));
				continue;
			}
			final Piece run = new Piece(end - k == 1 ? pieces.get(k).kind : StepKind.OTHER, pieces.get(k).first, pieces.get(end -
				1).end);
			runs.add(run);
			k = end;
		}
		final List<Piece> kept = new ArrayList<>();
		for (int k = 0; k < runs.size(); k++) {
			final Piece p = runs.get(k);
			final boolean alone = runs.size() == 1;
			if (!isShort(p) || alone) kept.add(p);
			else if (!kept.isEmpty()) {
				final Piece before = kept.remove(kept.size() - 1);
				kept.add(new Piece(before.kind, before.first, p.end));
			}
			else {
				final Piece after = runs.get(k + 1);
				runs.set(k + 1, new Piece(after.kind, p.first, after.end));
			}
		}
		return merged(kept);
	}

	/** Neighbours of one kind and one level, parted only by a disturbance, are one step again. */
	private List<Piece> merged(final List<Piece> pieces) {
		final List<Piece> merged = new ArrayList<>();
		for (final Piece p : pieces) {
			final Piece before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (before != null && before.kind == p.kind && (p.kind == StepKind.REST || p.kind == StepKind.OTHER ||
				p.kind == StepKind.CONSTANT_CURRENT && near(median(p), median(before)))) merged.set(merged.size() - 1, new Piece(
					p.kind, before.first, p.end));
			else merged.add(p);
		}
		return merged;
	}

	private double median(final Piece p) {
		final double[] c = Arrays.copyOfRange(current, p.first, p.end);
		Arrays.sort(c);
		return c[c.length / 2];
	}

	private boolean isShort(final Piece p) {
		return p.end - p.first < parameters.minimumSamples();
	}

	@Override
	public String toString() {
		return recording + " from sample " + offset;
	}
}
