package net.operando.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.model.cahnhilliard.CahnHilliard2d;
import net.operando.model.cahnhilliard.PhaseFieldBenchmark;

/**
 * PFHub benchmark 1a, 256 x 256, 1000 semi-implicit steps of 0.05: our solver against the numpy program, in turns, one
 * thread each; ratio of medians. Both make the same steps, so the energy must agree.
 * <p>
 * Arguments: the folder of p5_ch.py; number of turns (5); the Python to use (python3).
 */
public final class RaceCahnHilliard {

	private static final Pattern MEDIAN = Pattern.compile("1thr\", \"median_s\": ([0-9.]+).*\"cpu_median_s\": ([0-9.]+)");
	private static final Pattern ENERGY = Pattern.compile("F\\(t=50, dt .05, first order\\)=([0-9.]+)");

	private RaceCahnHilliard() {}

	public static void main(final String[] args) throws IOException, InterruptedException {
		final int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
		final String python = args.length > 2 ? args[2] : "python3";
		for (int i = 0; i < 2; i++)
			ours();
		final double[] ratio = new double[turns];
		final double[] cpuRatio = new double[turns];
		double worst = 0;
		for (int i = 0; i < turns; i++) {
			final double[] a = numpy(args[0], python);
			final double[] b = ours();
			ratio[i] = a[0] / b[0];
			cpuRatio[i] = a[1] / b[1];
			worst = Math.max(worst, Math.abs(a[2] - b[2]));
		}
		Arrays.sort(ratio);
		Arrays.sort(cpuRatio);
		System.out.printf(Locale.ROOT, "numpy over ours: wall %.2f (%.2f to %.2f), processor %.2f (%.2f to %.2f); energies differ by %.1e%n",
			ratio[turns / 2], ratio[0], ratio[turns - 1], cpuRatio[turns / 2], cpuRatio[0], cpuRatio[turns - 1], worst);
	}

	private static double[] ours() {
		final CahnHilliard2d ch = PhaseFieldBenchmark.problem(256, CahnHilliard2d.Edges.PERIODIC);
		final java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
		final long cpu = threads.getCurrentThreadCpuTime();
		final long start = System.nanoTime();
		for (int i = 0; i < 1000; i++)
			ch.step(0.05);
		return new double[] { (System.nanoTime() - start) * 1e-9, (threads.getCurrentThreadCpuTime() - cpu) * 1e-9, ch.energy() };
	}

	private static double[] numpy(final String folder, final String python) throws IOException, InterruptedException {
		final Process p = new ProcessBuilder(python, "p5_ch.py", "time").directory(Paths.get(folder).toFile()).redirectErrorStream(
			true).start();
		final String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		p.waitFor();
		final Matcher m = MEDIAN.matcher(out);
		final Matcher e = ENERGY.matcher(out);
		if (!m.find() || !e.find()) throw new IOException("unexpected answer: " + out);
		return new double[] { Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)), Double.parseDouble(e.group(1)) };
	}
}
