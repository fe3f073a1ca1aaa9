package net.operando.model.phasefield;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.DoubleUnaryOperator;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.Pchip;
import net.operando.data.io.Json;

/**
 * A host for lithium: how fast lithium moves in it, its voltage, how it lengthens and brightens. Immutable and
 * thread-safe.
 * <p>
 * {@code D_chem(x)} is what the solver runs on. From a self-diffusion coefficient it is
 * {@code D_self (-F x / R T) dE/dx}: D_self from PFG-NMR already holds the blocking of sites, so no (1-x) is added. For
 * a lattice gas {@code M = D0 c (1-x) / (R T)} gives {@code D_chem = D0 (1 - 2 w x (1-x))}. The temperature enters by
 * {@code exp(-Ea/k (1/T - 1/T_reference))}.
 */
public final class Material {

	/** Boltzmann constant, meV/K (CODATA 2018). */
	private static final double BOLTZMANN_MEV = 8.617333262e-2;
	/** D_self times a thermodynamic factor of 0 would stop the equation; 1e-24 m2/s moves 1 nm in a week. */
	private static final double LEAST_D = 1e-24;

	private final MaterialDefinition definition;
	private final DoubleUnaryOperator chemicalOverride;
	private final Pchip diffusion;
	private final OpenCircuitVoltage tableVoltage;
	private final Pchip elongation;
	private final Pchip intensity;
	private final Diffusivity atReference;

	private Material(final MaterialDefinition definition, final DoubleUnaryOperator chemicalOverride) {
		this.definition = definition;
		this.chemicalOverride = chemicalOverride;
		final MaterialDefinition d = definition;
		require(d.diffusion != null, "diffusion", "must be TABLE, SELF or LATTICE_GAS");
		require(d.maxConcentrationMolPerM3 > 10 && d.maxConcentrationMolPerM3 < 1e6, "maxConcentrationMolPerM3",
			"cannot be meant: give the lithium sites in mol/m3, for Nb14W3O44 33450");
		require(d.activationEnergyMeV >= 0 && d.activationEnergyMeV < 5000, "activationEnergyMeV",
			"cannot be meant: give the activation energy in meV, for Nb14W3O44 190");
		require(d.referenceKelvin > 100 && d.referenceKelvin < 2000, "referenceKelvin",
			"cannot be meant: give the reference temperature in kelvin, for example 298.15");
		require(d.exchangeCurrentAPerM2 > 0 && d.exchangeCurrentAPerM2 < 1e8, "exchangeCurrentAPerM2",
			"cannot be meant: give the exchange current density in A/m2, above 0");
		if (d.diffusion == MaterialDefinition.Diffusion.LATTICE_GAS) require(d.latticeDiffusionM2PerS > 1e-30 &&
			d.latticeDiffusionM2PerS < 1e-4 && Math.abs(d.latticeInteraction) < 50, "latticeDiffusionM2PerS",
			"cannot be meant: give D0 in m2/s and the interaction in units of RT");
		final MaterialTable logD = table(d.diffusionX, d.diffusionLog10M2PerS, "nwo-diffusion.csv", "the diffusion table");
		final MaterialTable ocv = table(d.voltageX, d.voltageV, "nwo-ocv.csv", "the open-circuit voltage table");
		final MaterialTable longer = table(d.elongationX, d.elongationPercent, "nwo-elongation.csv", "the elongation table");
		final MaterialTable brighter = table(d.intensityX, d.intensityRatio, "nwo-intensity.csv", "the intensity table");
		diffusion = pchip(logD, "the diffusion table");
		tableVoltage = OpenCircuitVoltage.ofTable(ocv.x, ocv.y);
		elongation = pchip(longer, "the elongation table");
		intensity = pchip(brighter, "the intensity table");
		d.diffusionX = logD.x;
		d.diffusionLog10M2PerS = logD.y;
		d.voltageX = ocv.x;
		d.voltageV = ocv.y;
		d.elongationX = longer.x;
		d.elongationPercent = longer.y;
		d.intensityX = brighter.x;
		d.intensityRatio = brighter.y;
		atReference = tabulated();
	}

	private static void require(final boolean ok, final String key, final String message) {
		if (!ok) throw new InvalidInputException("The key " + key + " of the material " + message + ".");
	}

	private static Pchip pchip(final MaterialTable t, final String what) {
		Diffusivity.requireContent(t.x, what);
		return Pchip.of(t.x, t.y, what);
	}

	private static MaterialTable table(final double[] x, final double[] y, final String resource, final String what) {
		if ((x == null) != (y == null)) throw new InvalidInputException("Give both columns of " + what + ", or none.");
		return x == null ? MaterialTable.ofResource(resource) : MaterialTable.of(x, y);
	}

	/** Nb14W3O44, with the placeholder tables that come with the program. */
	public static Material nwo() {
		return new Material(new MaterialDefinition(), null);
	}

	/**
	 * @param json a material file's text; keys left out are those of Nb14W3O44
	 * @throws InvalidInputException if it is malformed, a table is not monotone in x, or a unit cannot be meant
	 */
	public static Material fromJson(final String json) {
		return new Material(Json.read(json, MaterialDefinition.class, "the material"), null);
	}

	/**
	 * @param nameOrFile "NWO", or the path of a JSON file
	 * @throws InvalidInputException if it is neither, or the file is no material
	 */
	public static Material named(final String nameOrFile) {
		if (nameOrFile == null || nameOrFile.isBlank() || nameOrFile.equalsIgnoreCase("NWO")) return nwo();
		final Path file = Paths.get(nameOrFile);
		if (!Files.isRegularFile(file)) throw new InvalidInputException("There is no material '" + nameOrFile +
			"': give NWO or the path of a material file (JSON).");
		try {
			return fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new InvalidInputException("The material file " + file + " cannot be read: check that it is a text file you may open.", e);
		}
	}

	/** This material with another table of log10 D_chem in m2/s, for instance a measured one. */
	public Material withDiffusionTable(final double[] x, final double[] log10M2PerS) {
		final MaterialDefinition d = Json.read(toJson(), MaterialDefinition.class, "the material");
		d.diffusion = MaterialDefinition.Diffusion.TABLE;
		d.diffusionX = x.clone();
		d.diffusionLog10M2PerS = log10M2PerS.clone();
		return new Material(d, null);
	}

	/** This material with another table of the open-circuit voltage against lithium in V, for instance a measured one. */
	public Material withVoltageTable(final double[] x, final double[] volts) {
		final MaterialDefinition d = Json.read(toJson(), MaterialDefinition.class, "the material");
		d.voltageX = x.clone();
		d.voltageV = volts.clone();
		return new Material(d, chemicalOverride);
	}

	/** This material with any D_chem(x) in m2/s at the reference temperature; not kept by {@link #toJson}. */
	public Material withDiffusion(final DoubleUnaryOperator squareMetresPerSecond) {
		return new Material(definition, squareMetresPerSecond);
	}

	/** The material as a JSON file, whole tables included. */
	public String toJson() {
		return Json.write(definition);
	}

	public String name() {
		return definition.name;
	}

	/** Most lithium the host takes, mol/m3. */
	public double maxConcentration() {
		return definition.maxConcentrationMolPerM3;
	}

	/** Exchange current density for Butler-Volmer kinetics, A/m2; independent of x. */
	public double exchangeCurrentDensity() {
		return definition.exchangeCurrentAPerM2;
	}

	/** exp(-Ea/k (1/T - 1/T_reference)). */
	public double arrhenius(final double kelvin) {
		if (!(kelvin > 100 && kelvin < 2000)) throw new InvalidInputException("A temperature of " + kelvin +
			" K cannot be meant: give temperaturek in kelvin, for example 298.15.");
		return Math.exp(-definition.activationEnergyMeV / BOLTZMANN_MEV * (1 / kelvin - 1 / definition.referenceKelvin));
	}

	/** D_chem(x) at a temperature. */
	public Diffusivity chemicalDiffusivity(final double kelvin) {
		final double factor = arrhenius(kelvin);
		// the thermodynamic factor of a voltage curve goes with 1/T
		final boolean self = chemicalOverride == null && definition.diffusion == MaterialDefinition.Diffusion.SELF;
		return atReference.times(self ? factor * definition.referenceKelvin / kelvin : factor);
	}

	private Diffusivity tabulated() {
		if (chemicalOverride != null) return Diffusivity.of(chemicalOverride);
		final double rt = OpenCircuitVoltage.GAS * definition.referenceKelvin;
		switch (definition.diffusion) {
			case LATTICE_GAS:
				final double w = definition.latticeInteraction;
				final double d0 = definition.latticeDiffusionM2PerS;
				return Diffusivity.of(x -> d0 * (1 - 2 * w * x * (1 - x)));
			case SELF:
				checkLog();
				if (!tableVoltage.isFalling()) throw new InvalidInputException(
					"The open-circuit voltage does not fall with x everywhere, so no diffusion coefficient follows from D_self: correct the table.");
				return Diffusivity.of(x -> Math.max(LEAST_D, Math.pow(10, diffusion.value(x)) * -OpenCircuitVoltage.FARADAY * x / rt *
					tableVoltage.slope(x)));
			default:
				checkLog();
				return Diffusivity.of(x -> Math.pow(10, diffusion.value(x)));
		}
	}

	private void checkLog() {
		for (final double x : diffusion.knots()) {
			final double log = diffusion.value(x);
			if (log > -4 || log < -30) throw new InvalidInputException("A diffusion coefficient of 10^" + log +
				" m2/s cannot be meant: the table holds log10 of D in m2/s, for a solid between -22 and -8.");
		}
	}

	/**
	 * Mobility over the greatest content, D_self x / (R T), in m2/s per J/mol: the flux of x is -mobility dmu/dz.
	 */
	public DoubleUnaryOperator mobility(final double kelvin) {
		final double factor = arrhenius(kelvin);
		final double rt = OpenCircuitVoltage.GAS * kelvin;
		switch (definition.diffusion) {
			case LATTICE_GAS:
				return x -> factor * definition.latticeDiffusionM2PerS * x * (1 - x) / rt;
			case SELF:
				return x -> factor * Math.pow(10, diffusion.value(x)) * x / rt;
			default:
				final OpenCircuitVoltage e = openCircuitVoltage(kelvin);
				return x -> factor * Math.pow(10, diffusion.value(x)) / (-OpenCircuitVoltage.FARADAY * e.slope(x));
		}
	}

	/** E(x). */
	public OpenCircuitVoltage openCircuitVoltage(final double kelvin) {
		return definition.diffusion == MaterialDefinition.Diffusion.LATTICE_GAS ? OpenCircuitVoltage.ofLatticeGas(
			definition.latticeVolts, definition.latticeInteraction, kelvin) : tableVoltage;
	}

	/** Relative elongation along the rod (0.07 = 7 %) against x. */
	public double elongation(final double x) {
		return 0.01 * elongation.value(x);
	}

	/** Scattered intensity over that of the empty rod, against x. */
	public double intensityRatio(final double x) {
		return intensity.value(x);
	}
}
