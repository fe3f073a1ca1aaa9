package net.operando.data.kymograph;

import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

/**
 * Values along a line against time: {@code value(column, row)} at time {@code times().seconds(column)} and position
 * {@code row * positionStepMetres()} from the start of the line. Columns have a time each and need not be evenly
 * spaced; positions are. NaN marks what lies outside the image or below the floor. Immutable; the arrays given to it
 * are kept and must not be changed.
 */
public final class Kymograph {

	private final float[][] values;
	private final float[][] standardErrors;
	private final TimeAxis times;
	private final double positionStepMetres;
	private final KymographQuantity quantity;
	private final double lagSeconds;
	private final List<String> warnings;

	private Kymograph(final float[][] values, final float[][] standardErrors, final TimeAxis times,
		final double positionStepMetres, final KymographQuantity quantity, final double lagSeconds,
		final List<String> warnings)
	{
		this.values = values;
		this.standardErrors = standardErrors;
		this.times = times;
		this.positionStepMetres = positionStepMetres;
		this.quantity = quantity;
		this.lagSeconds = lagSeconds;
		this.warnings = warnings;
	}

	/**
	 * @param values one array per column (time), each with one value per position
	 * @param standardErrors the same shape, or null if they are not known
	 * @param times one time per column, in s; of a rate over a lag, the middle of its interval
	 * @param positionStepMetres distance between neighbouring positions in m, above 0; NaN if the image is not
	 *          calibrated
	 * @param quantity what the values are
	 * @param lagSeconds the nominal lag a rate was taken over, in s; 0 for values that are no rate
	 * @param warnings sentences that belong to every result made from this
	 */
	public static Kymograph of(final float[][] values, final float[][] standardErrors, final TimeAxis times,
		final double positionStepMetres, final KymographQuantity quantity, final double lagSeconds,
		final List<String> warnings)
	{
		if (values.length == 0 || values[0].length == 0) throw new InvalidInputException("The kymograph is empty.");
		if (values.length != times.size()) throw new IllegalArgumentException(values.length + " columns but " + times
			.size() + " times");
		for (final float[] column : values)
			if (column.length != values[0].length) throw new IllegalArgumentException("columns of different lengths");
		if (standardErrors != null && (standardErrors.length != values.length ||
			standardErrors[0].length != values[0].length)) throw new IllegalArgumentException(
				"standard errors of another shape than the values");
		if (positionStepMetres <= 0) throw new IllegalArgumentException("position step " + positionStepMetres);
		return new Kymograph(values, standardErrors, times, positionStepMetres, quantity, lagSeconds, List.copyOf(warnings));
	}

	/** Number of columns (times). */
	public int columns() {
		return values.length;
	}

	/** Number of rows (positions). */
	public int rows() {
		return values[0].length;
	}

	public float value(final int column, final int row) {
		return values[column][row];
	}

	/** The values of a column, shared: must not be written to. */
	public float[] column(final int column) {
		return values[column];
	}

	/** Whether the values carry standard errors. */
	public boolean hasStandardErrors() {
		return standardErrors != null;
	}

	/** Standard error of a value; NaN if not known. */
	public float standardError(final int column, final int row) {
		return standardErrors == null ? Float.NaN : standardErrors[column][row];
	}

	public TimeAxis times() {
		return times;
	}

	/** Whether positions have a unit. */
	public boolean isCalibrated() {
		return !Double.isNaN(positionStepMetres);
	}

	/**
	 * Distance between neighbouring positions in m.
	 *
	 * @throws InvalidInputException if the pixel size is not known
	 */
	public double positionStepMetres() {
		if (!isCalibrated()) throw new InvalidInputException(
			"The kymograph has no length unit, so velocities cannot be given: set the pixel size of the movie (pixelsizeum) first.");
		return positionStepMetres;
	}

	public KymographQuantity quantity() {
		return quantity;
	}

	/** Nominal lag of a rate in s; 0 for values that are no rate. */
	public double lagSeconds() {
		return lagSeconds;
	}

	public List<String> warnings() {
		return warnings;
	}

	/** The columns {@code first} (inclusive) to {@code end} (exclusive). */
	public Kymograph columnRange(final int first, final int end) {
		return new Kymograph(java.util.Arrays.copyOfRange(values, first, end), standardErrors == null ? null
			: java.util.Arrays.copyOfRange(standardErrors, first, end), times.range(first, end), positionStepMetres, quantity,
			lagSeconds, warnings);
	}

	/** The rows {@code first} (inclusive) to {@code end} (exclusive); positions count from the first of them. */
	public Kymograph rowRange(final int first, final int end) {
		return new Kymograph(rows(values, first, end), standardErrors == null ? null : rows(standardErrors, first, end), times,
			positionStepMetres, quantity, lagSeconds, warnings);
	}

	private static float[][] rows(final float[][] columns, final int first, final int end) {
		final float[][] part = new float[columns.length][];
		for (int c = 0; c < part.length; c++)
			part[c] = java.util.Arrays.copyOfRange(columns[c], first, end);
		return part;
	}
}
