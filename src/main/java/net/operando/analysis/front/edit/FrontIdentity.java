package net.operando.analysis.front.edit;

import java.util.Arrays;
import java.util.Locale;

import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;

/**
 * Which front an edit means, said by what it is and not by its number, which another version of the search may give to another
 * front: its definition, sign and origin, and the line through its points. Immutable; JSON by field names.
 */
public final class FrontIdentity {

	/** Share of the line within which two paths are the same, as in the fit of drawn fronts. */
	private static final double NEAR = 0.05;
	/** Share of the shorter of two paths during which both must be there. */
	private static final double COMMON = 0.5;
	private static final int SAMPLES = 21;

	private final String criterion;
	private final String polarity;
	private final String origin;
	private final double[] time_s;
	private final double[] position_um;

	/** For JSON: means no front, and is refused by {@link #validate}. */
	@SuppressWarnings("unused")
	private FrontIdentity() {
		this("", "", "", new double[0], new double[0]);
	}

	private FrontIdentity(final String criterion, final String polarity, final String origin, final double[] time_s,
		final double[] position_um)
	{
		this.criterion = criterion;
		this.polarity = polarity;
		this.origin = origin;
		this.time_s = time_s;
		this.position_um = position_um;
	}

	/** What a front is. One seen in fewer than two columns has no line, and is known by its number alone. */
	static FrontIdentity of(final FrontVelocity front) {
		final boolean line = front.points().size() >= 2;
		final FrontPath path = line ? FrontPath.of(front) : null;
		return new FrontIdentity(front.criterion().key(), front.polarity().key(), front.origin().key(), line ? path.toSeconds()
			: new double[0], line ? Arrays.stream(path.toMetres()).map(z -> z * 1e6).toArray() : new double[0]);
	}

	/** @throws InvalidInputException if it cannot be meant, which may be if it was written by hand */
	void validate() {
		if (criterion == null || polarity == null || origin == null || time_s == null || position_um == null)
			throw new InvalidInputException(
				"An edit says what front is meant without its criterion, polarity, origin, time_s or position_um: give all of them, or leave 'meant' out.");
		if (time_s.length > 0 || position_um.length > 0) path();
	}

	/** Whether there is a path to know the front by. */
	boolean hasPath() {
		return time_s.length > 0;
	}

	private FrontPath path() {
		return FrontPath.of(time_s, Arrays.stream(position_um).map(z -> z * 1e-6).toArray());
	}

	/**
	 * How far a front is from the one meant.
	 *
	 * @param lineMetres length of the line the kymograph was cut along
	 * @param stepMetres distance of its positions
	 * @return mean distance in m over the times of both; infinite if it is another front
	 */
	double distance(final FrontVelocity front, final double lineMetres, final double stepMetres) {
		if (front.points().size() < 2 || !front.criterion().key().equals(criterion) || !front.polarity().key().equals(polarity))
			return Double.POSITIVE_INFINITY;
		final FrontPath meant = path();
		final FrontPath other = FrontPath.of(front);
		final double from = Math.max(meant.firstSeconds(), other.firstSeconds());
		final double to = Math.min(meant.lastSeconds(), other.lastSeconds());
		final double shorter = Math.min(meant.lastSeconds() - meant.firstSeconds(), other.lastSeconds() - other.firstSeconds());
		if (to - from < COMMON * shorter) return Double.POSITIVE_INFINITY;
		double sum = 0;
		for (int i = 0; i < SAMPLES; i++) {
			final double t = from + (to - from) * i / (SAMPLES - 1);
			sum += Math.abs(meant.at(t) - other.at(t));
		}
		final double mean = sum / SAMPLES;
		return mean <= Math.max(2 * stepMetres, NEAR * lineMetres) ? mean : Double.POSITIVE_INFINITY;
	}

	/** In words. */
	@Override
	public String toString() {
		final String what = polarity + " from the " + origin + ", " + criterion;
		return !hasPath() ? what : what + String.format(Locale.ROOT, ", %.4g um at %.4g s to %.4g um at %.4g s", position_um[0],
			time_s[0], position_um[position_um.length - 1], time_s[time_s.length - 1]);
	}
}
