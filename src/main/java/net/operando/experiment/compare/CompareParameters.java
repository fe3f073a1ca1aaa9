package net.operando.experiment.compare;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontPolarity;
import net.operando.base.InvalidInputException;

/** Which fronts of which steps are compared, and what counts as the same C-rate. Immutable, JSON both ways. */
public final class CompareParameters {

	private String criterion = FrontCriterion.HALF_MAX.key();
	private String polarity = FrontPolarity.DARK.key();
	private String direction = "lithiation";
	private String accept = "";
	private double rateTolerance = 0.1;
	private double lagRatio = 2;

	/** Dark half-maximum fronts of lithiation that have no flag. */
	public CompareParameters() {}

	private CompareParameters copy() {
		final CompareParameters copy = new CompareParameters();
		copy.criterion = criterion;
		copy.polarity = polarity;
		copy.direction = direction;
		copy.accept = accept;
		copy.rateTolerance = rateTolerance;
		copy.lagRatio = lagRatio;
		return copy;
	}

	/** These parameters for other fronts. */
	public CompareParameters withFronts(final FrontCriterion definition, final FrontPolarity sign) {
		final CompareParameters copy = copy();
		copy.criterion = definition.key();
		copy.polarity = sign.key();
		return copy;
	}

	/**
	 * These parameters for steps of the other direction.
	 *
	 * @param text "lithiation" or "delithiation" in any case
	 * @throws InvalidInputException if it is neither
	 */
	public CompareParameters withDirection(final String text) {
		final String way = text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
		if (!way.equals("lithiation") && !way.equals("delithiation")) throw new InvalidInputException("'" + text +
			"' is no choice of direction: use Lithiation or Delithiation.");
		final CompareParameters copy = copy();
		copy.direction = way;
		return copy;
	}

	/** These parameters with flags that do not keep a front out, with commas between; "ok" is always accepted. */
	public CompareParameters accepting(final String flags) {
		final CompareParameters copy = copy();
		copy.accept = flags == null ? "" : flags.trim();
		return copy;
	}

	/**
	 * These parameters with other tolerances.
	 *
	 * @param rates fraction by which neighbouring C-rates of a group may differ, above 0 and below 0.5
	 * @param lags largest ratio of the lags in a group, at least 1
	 * @throws InvalidInputException if they are out of range
	 */
	public CompareParameters withTolerances(final double rates, final double lags) {
		if (!(rates > 0 && rates < 0.5)) throw new InvalidInputException("A ratetolerance of " + rates +
			" cannot be meant: give a fraction above 0 and below 0.5.");
		if (!(lags >= 1)) throw new InvalidInputException("A lagratio of " + lags + " cannot be meant: give 1 or more.");
		final CompareParameters copy = copy();
		copy.rateTolerance = rates;
		copy.lagRatio = lags;
		return copy;
	}

	/** What is meant by the position of a front. */
	public FrontCriterion criterion() {
		return FrontCriterion.parse(criterion);
	}

	/** Which fronts are compared. */
	public FrontPolarity polarity() {
		return FrontPolarity.parse(polarity);
	}

	/** 1 for lithiation, -1 for delithiation: the sign of the C-rates compared. */
	public int sign() {
		return direction.equals("delithiation") ? -1 : 1;
	}

	/** The direction in a word. */
	public String direction() {
		return direction;
	}

	/** The flags of fronts that are compared. */
	public Set<String> accepted() {
		final Set<String> flags = new LinkedHashSet<>(Set.of("ok"));
		Arrays.stream(accept.split(",")).map(String::trim).filter(f -> !f.isEmpty()).forEach(flags::add);
		return flags;
	}

	public double rateTolerance() {
		return rateTolerance;
	}

	public double lagRatio() {
		return lagRatio;
	}
}
