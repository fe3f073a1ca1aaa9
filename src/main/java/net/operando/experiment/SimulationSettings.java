package net.operando.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.SimulationOptions;

/** Everything a simulated rod and its kymographs depend on. Immutable; JSON by field names. */
public final class SimulationSettings {

	/** Columns of a kymograph at most: more than a screen shows, and 20 MB per kymograph of 800 positions. */
	private static final int MOST_COLUMNS = 6000;
	/** Profiles per lag, finest first: a lag must be a whole number of them. */
	private static final int[] PROFILES_PER_LAG = { 10, 5, 2, 1 };
	/** Cells are chosen so that one is no longer than this: speeds change by under 0.5 % on cells of half the size. */
	private static final double CELL_METRES = 0.051e-6;
	private static final int FEWEST_CELLS = 400;
	private static final int MOST_CELLS = 4000;

	private String material = "NWO";
	private Rod rod = Rod.standard();
	private Protocol protocol = Protocol.current(5, 60);
	/** Where the protocol was read; empty if it was not. */
	private String protocolFile = "";
	private SimulationOptions options = SimulationOptions.standard();
	private int cells;
	private double lagSeconds = 1;

	/** 5C for 60 s on a standard rod of Nb14W3O44, lag 1 s. */
	public SimulationSettings() {}

	private SimulationSettings copy() {
		final SimulationSettings s = new SimulationSettings();
		s.material = material;
		s.rod = rod;
		s.protocol = protocol;
		s.protocolFile = protocolFile;
		s.options = options;
		s.cells = cells;
		s.lagSeconds = lagSeconds;
		return s;
	}

	/** @param nameOrFile "NWO", or the path of a JSON file */
	public SimulationSettings withMaterial(final String nameOrFile) {
		final SimulationSettings s = copy();
		s.material = nameOrFile;
		return s;
	}

	public SimulationSettings withRod(final Rod r) {
		final SimulationSettings s = copy();
		s.rod = r;
		return s;
	}

	/**
	 * One constant current that ends after a time, or before it at a voltage.
	 *
	 * @param cRate positive for lithiation
	 * @param seconds longest time in s
	 * @param lowerVolts limit in V, NaN for none
	 * @param upperVolts limit in V, NaN for none
	 * @throws InvalidInputException naming the key that cannot be meant
	 */
	public SimulationSettings withCurrent(final double cRate, final double seconds, final double lowerVolts,
		final double upperVolts)
	{
		if (cRate == 0 || !(Math.abs(cRate) <= 1e4)) throw new InvalidInputException("A crate of " + cRate +
			" cannot be meant: give a C-rate up to 10000, positive for lithiation and negative for delithiation, not 0, for example 5.");
		if (!(seconds > 0 && seconds < 1e9)) throw new InvalidInputException("A duration of " +
			seconds + " s cannot be meant: give seconds above 0 and below 1e9, for example 60.");
		return withProtocol(Protocol.of(ProtocolStep.current(cRate, seconds).withVoltageLimits(lowerVolts, upperVolts)));
	}

	/**
	 * What is done to the rod: the protocol of a file, or if there is none, one constant current as
	 * {@link #withCurrent} takes it.
	 *
	 * @param file a protocol's, JSON; null for none
	 * @throws InvalidInputException if the file is no protocol, or voltages are given besides it
	 * @throws IOException if the file system fails
	 */
	public SimulationSettings withDrive(final double cRate, final double seconds, final double lowerVolts,
		final double upperVolts, final Path file) throws IOException
	{
		if (file == null) return withCurrent(cRate, seconds, lowerVolts, upperVolts);
		if (!Double.isNaN(lowerVolts) || !Double.isNaN(upperVolts)) throw new InvalidInputException(
			"A protocol has voltage limits of its own: give uppervolts and lowervolts in the file, or leave the file out.");
		final SimulationSettings s = withProtocol(Protocol.fromJson(new String(Files.readAllBytes(file),
			StandardCharsets.UTF_8)));
		s.protocolFile = file.toString();
		return s;
	}

	public SimulationSettings withProtocol(final Protocol p) {
		final SimulationSettings s = copy();
		s.protocol = p;
		return s;
	}

	/**
	 * These settings with a crack right across the rod; unchanged if neither number is given (NaN).
	 *
	 * @throws InvalidInputException if only one is given, or it lies outside the rod
	 */
	public SimulationSettings withCrack(final double seconds, final double micrometres) {
		if (Double.isNaN(seconds) && Double.isNaN(micrometres)) return this;
		if (Double.isNaN(seconds) || Double.isNaN(micrometres)) throw new InvalidInputException(
			"A crack needs both its time and its place: give crackseconds and crackum, or neither.");
		final double length = rod.lengthMetres() * 1e6;
		if (!(micrometres > 0 && micrometres < length)) throw new InvalidInputException(String.format(Locale.ROOT,
			"A crack at %.6g um lies outside the rod of %.6g um: give crackum between its ends.", micrometres, length));
		return withProtocol(protocol.withCrack(seconds, micrometres));
	}

	/** How the rod is simulated; its cells and times of output are chosen here. */
	public SimulationSettings withOptions(final SimulationOptions o) {
		final SimulationSettings s = copy();
		s.options = o;
		return s;
	}

	/** @param count cells along the rod; 0 chooses them by its length */
	public SimulationSettings withCells(final int count) {
		if (count != 0 && count < 8) throw new InvalidInputException(count +
			" cells cannot be meant: give 8 to 200000, or 0 to have them chosen.");
		final SimulationSettings s = copy();
		s.cells = count;
		return s;
	}

	/** @param seconds lag of the rates, in s */
	public SimulationSettings withLagSeconds(final double seconds) {
		if (!(seconds > 0)) throw new InvalidInputException("lagseconds is " + seconds +
			": give a lag above 0 in seconds, for example 1.");
		final SimulationSettings s = copy();
		s.lagSeconds = seconds;
		return s;
	}

	/** The files these settings were read from. */
	public List<Path> inputs() {
		final List<Path> files = new ArrayList<>();
		for (final String name : new String[] { material, protocolFile })
			if (!name.isEmpty() && Files.isRegularFile(Paths.get(name))) files.add(Paths.get(name));
		return files;
	}

	public String material() {
		return material;
	}

	public Rod rod() {
		return rod;
	}

	public Protocol protocol() {
		return protocol;
	}

	public double lagSeconds() {
		return lagSeconds;
	}

	/** Positions of the kymographs: one per cell face, as far as that is more than can be drawn. */
	int rows() {
		return Math.min(cellCount(), 2 * FEWEST_CELLS) + 1;
	}

	private int cellCount() {
		if (cells > 0) return cells;
		return (int) Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, Math.ceil(rod.lengthMetres() / CELL_METRES)));
	}

	/**
	 * The options with cells, and profiles at whole parts of the lag.
	 *
	 * @throws InvalidInputException if the lag does not fit the time simulated
	 */
	SimulationOptions resolvedOptions() {
		final double total = longestSeconds();
		if (lagSeconds > total) throw new InvalidInputException(String.format(Locale.ROOT,
			"A lag of %.6g s is longer than the %.6g s simulated: give a shorter lagseconds or more seconds.", lagSeconds, total));
		for (final int parts : PROFILES_PER_LAG)
			if (total / lagSeconds * parts <= MOST_COLUMNS) return options.withCells(cellCount()).withOutput(lagSeconds / parts,
				2 * MOST_COLUMNS);
		throw new InvalidInputException(String.format(Locale.ROOT,
			"A lag of %.6g s makes more than %d columns of the %.6g s simulated: give lagseconds of %.2g or more.", lagSeconds,
			MOST_COLUMNS, total, total / MOST_COLUMNS));
	}

	/** A current that ends by voltage alone lasts at most until the rod would be full or empty. */
	private double longestSeconds() {
		double total = 0;
		for (final ProtocolStep step : protocol.unrolled())
			total += Double.isNaN(step.seconds()) ? 3600 / (Math.abs(step.cRate()) * options.currentShare()) : step.seconds();
		return total;
	}
}
