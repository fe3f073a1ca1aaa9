package net.operando.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.base.Progress;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationOptions;
import net.operando.model.phasefield.SimulationRun;

/**
 * Nonlinear diffusion, 5C from x = .08, with D over 4.5 decades: the rod solver against CVODE with a banded Jacobian
 * (a C program that must have been compiled), in turns, on one machine; ratios of medians. Errors are those of the
 * first and the middle cell against CVODE at rtol 1e-9 with the same cells.
 * <p>
 * Arguments: the folder that holds work/p4_cvode and work/Dtable.csv; number of turns (5).
 */
public final class RaceDiffusion {

	private static final Pattern LINE = Pattern.compile("^([0-9.]+) s .*surf=([-0-9.e]+) mid=([-0-9.e]+)");
	private static final String[] LOOSE = { "1e-3", "1e-4", "1e-5", "1e-6" };

	private RaceDiffusion() {}

	public static void main(final String[] args) throws IOException, InterruptedException {
		final Path folder = Paths.get(args[0]);
		final int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
		final Material material = Material.nwo().withDiffusion(table(folder.resolve("work/Dtable.csv")));
		System.out.println("| cells | to / s | error first | error middle | CVODE 1e-6 over ours (spread) | loosest CVODE within 2e-5 | its error | over ours (spread) | steps |");
		System.out.println("|---|---|---|---|---|---|---|---|---|");
		for (int i = 0; i < 40; i++)
			run(material, 200, 432);
		for (final int cells : new int[] { 200, 1000, 5000 })
			for (final double seconds : new double[] { 50, 432 })
				race(folder, material, cells, seconds, turns);
	}

	private static void race(final Path folder, final Material material, final int cells, final double seconds,
		final int turns) throws IOException, InterruptedException
	{
		final double[] truth = cvode(folder, cells, seconds, "1e-9");
		String loosest = "1e-6";
		double looseError = Double.NaN;
		for (final String rtol : LOOSE) {
			final double[] c = cvode(folder, cells, seconds, rtol);
			looseError = Math.max(Math.abs(c[1] - truth[1]), Math.abs(c[2] - truth[2]));
			loosest = rtol;
			if (looseError < 2e-5) break;
		}
		final double[] ours = new double[turns];
		final double[] theirs = new double[turns];
		final double[] loose = new double[turns];
		SimulationRun run = null;
		for (int i = 0; i < turns; i++) {
			theirs[i] = cvode(folder, cells, seconds, "1e-6")[0];
			loose[i] = cvode(folder, cells, seconds, loosest)[0];
			final long start = System.nanoTime();
			run = run(material, cells, seconds);
			ours[i] = (System.nanoTime() - start) * 1e-9;
		}
		final double[] x = run.profile(run.columns() - 1);
		System.out.printf(Locale.ROOT, "| %d | %.0f | %.1e | %.1e | %s | %s | %.1e | %s | %d |%n", cells, seconds, x[0] - truth[1],
			x[cells / 2] - truth[2], ratio(theirs, ours), loosest, looseError, ratio(loose, ours), run.acceptedSteps());
	}

	/** The absolute tolerance goes a hundredth of the relative one, as in the race's own settings. */
	private static String atol(final String rtol) {
		return String.format(Locale.ROOT, "%g", Double.parseDouble(rtol) * 0.01);
	}

	private static SimulationRun run(final Material material, final int cells, final double seconds) {
		return RodSimulation.run(material, Rod.standard(), Protocol.current(5, seconds), SimulationOptions.standard().withCells(
			cells).withOutput(seconds, 16), Progress.NONE);
	}

	private static String ratio(final double[] theirs, final double[] ours) {
		final double[] r = new double[ours.length];
		for (int i = 0; i < r.length; i++)
			r[i] = theirs[i] / ours[i];
		Arrays.sort(r);
		return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", median(theirs) / median(ours), r[0], r[r.length - 1]);
	}

	private static double median(final double[] v) {
		final double[] s = v.clone();
		Arrays.sort(s);
		return s[s.length / 2];
	}

	/** Seconds, first cell, middle cell. */
	private static double[] cvode(final Path folder, final int cells, final double seconds, final String rtol)
		throws IOException, InterruptedException
	{
		final Process p = new ProcessBuilder("./work/p4_cvode", "" + cells, "5", "0.08", "" + seconds, "1", rtol, atol(
			rtol)).directory(folder.toFile()).redirectErrorStream(true).start();
		final String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		p.waitFor();
		final Matcher m = LINE.matcher(out);
		if (!m.find()) throw new IOException("unexpected answer: " + out);
		return new double[] { Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)), Double.parseDouble(m.group(3)) };
	}

	private static DoubleUnaryOperator table(final Path csv) throws IOException {
		final List<Double> log = new ArrayList<>();
		for (final String line : Files.readAllLines(csv))
			if (!line.startsWith("x")) log.add(Double.parseDouble(line.split(",")[1]));
		return x -> {
			final double u = x / 0.0005;
			// nodes of our table are nodes of theirs up to rounding
			final int i = Math.min((int) (u + 1e-9), log.size() - 2);
			return Math.pow(10, log.get(i) + (u - i) * (log.get(i + 1) - log.get(i)));
		};
	}
}
