package net.operando.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import com.sun.management.OperatingSystemMXBean;

/** Times a piece of work and prints one JSON line, in the form the peers print theirs. */
final class Race {

	static final int REPETITIONS = 9;

	/** Until the JVM has compiled the loops: medians do not change from here on. */
	private static final int WARM_UP = 25;

	private Race() {}

	/** @param work returns a checksum of its result */
	static void run(final String name, final DoubleSupplier work) {
		run(name, WARM_UP, REPETITIONS, work);
	}

	static void run(final String name, final int warmUp, final int repetitions, final DoubleSupplier work) {
		double checksum = Double.NaN;
		final double[] seconds = new double[repetitions];
		final double[] cpu = new double[repetitions];
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		for (int i = -warmUp; i < repetitions; i++) {
			final long start = System.nanoTime();
			final long cpuStart = system.getProcessCpuTime();
			checksum = work.getAsDouble();
			if (i < 0) continue;
			seconds[i] = (System.nanoTime() - start) * 1e-9;
			cpu[i] = (system.getProcessCpuTime() - cpuStart) * 1e-9;
		}
		Arrays.sort(seconds);
		Arrays.sort(cpu);
		System.out.println(String.format(Locale.ROOT,
			"{\"name\":\"%s\",\"median_s\":%.4f,\"min_s\":%.4f,\"max_s\":%.4f,\"cpu_median_s\":%.4f,\"reps\":%d,\"checksum\":%.4f,\"peak_rss_mb\":%s}",
			name, seconds[repetitions / 2], seconds[0], seconds[repetitions - 1], cpu[repetitions / 2], repetitions, checksum, peakMegabytes()));
	}

	/** Peak resident memory of this process until now; null where the system does not tell. */
	private static String peakMegabytes() {
		final Path status = Paths.get("/proc/self/status");
		if (!Files.isReadable(status)) return "null";
		try {
			for (final String line : Files.readAllLines(status))
				if (line.startsWith("VmHWM:")) return String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024);
			return "null";
		}
		catch (final IOException e) {
			return "null";
		}
	}
}
