package net.operando.model.titration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.operando.base.quantity.Estimate;
import net.operando.data.io.TidyTable;

/** D at every temperature and the Arrhenius line through them. Immutable. */
public final class PfgResult {

	private final List<PfgFit> fits;
	private final ArrheniusLine line;
	private final PfgParameters parameters;
	private final List<String> warnings;

	PfgResult(final List<PfgFit> fits, final ArrheniusLine line, final PfgParameters parameters,
		final List<String> warnings)
	{
		this.fits = Collections.unmodifiableList(fits);
		this.line = line;
		this.parameters = parameters;
		this.warnings = Collections.unmodifiableList(warnings);
	}

	/** One fit per decay, in the order the decays were given. */
	public List<PfgFit> fits() {
		return fits;
	}

	/** The Arrhenius line, if there are two temperatures or more. */
	public Optional<ArrheniusLine> arrhenius() {
		return Optional.ofNullable(line);
	}

	public PfgParameters parameters() {
		return parameters;
	}

	/** Sentences every result must repeat. */
	public List<String> warnings() {
		return warnings;
	}

	/** pfg.csv: temperature_K,d_m2_per_s,d_se; a decay that tells no D has empty cells. */
	public TidyTable toTable() {
		final TidyTable table = TidyTable.withColumns("temperature_K", "d_m2_per_s", "d_se");
		for (final PfgFit f : fits)
			table.row(f.kelvin(), f.isKnown() ? f.diffusion().value() : Double.NaN, f.isKnown() ? f.diffusion()
				.standardError() : Double.NaN);
		return table;
	}

	/**
	 * The figures of arrhenius.json, in order: activation energy, D at infinite temperature, their covariance, and D
	 * extrapolated to a temperature.
	 *
	 * @param kelvin where D is wanted, for instance 298.15
	 */
	public Map<String, Object> summary(final double kelvin) {
		final Map<String, Object> m = new LinkedHashMap<>();
		if (line != null) {
			put(m, "activation_energy_meV", line.activationEnergyMeV());
			put(m, "d0_m2_per_s", line.prefactor());
			m.put("covariance_ln_d0_and_meV", line.covariance());
			m.put("reduced_chi_square", line.reducedChiSquare());
			m.put("scatter_beyond_errors", line.isScattered());
			m.put("extrapolated_to_K", kelvin);
			put(m, "extrapolated_d_m2_per_s", line.at(kelvin));
		}
		m.put("parameters", parameters);
		m.put("warnings", warnings);
		return m;
	}

	private static void put(final Map<String, Object> m, final String key, final Estimate e) {
		m.put(key, e.value());
		m.put(key + "_se", e.standardError());
		m.put(key + "_low", e.low());
		m.put(key + "_high", e.high());
	}
}
