package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small electrochemistry files as text, for the readers' tests. */
final class ElectrochemText {

	private ElectrochemText() {}

	/** A galvanostatic DTA file of {@code n} rows at 1 s from T = 1, Vf = 2 - 0.01 i, Im = -1 mA. */
	static String dta(final String date, final String time, final int n) {
		final StringBuilder s = new StringBuilder("EXPLAIN\r\nTAG\tPWR800_DISCHARGE\r\nTITLE\tLABEL\tTest\tTest &Identifier\r\n");
		s.append("DATE\tLABEL\t").append(date).append("\tDate\r\nTIME\tLABEL\t").append(time).append("\tTime\r\n");
		s.append("NOTES\tNOTES\t1\t&Notes...\r\n\tCURVE\tTABLE\t3\r\nCURVE\tTABLE\t").append(n).append("\r\n");
		s.append("\tPt\tT\tVf\tIm\tOver\r\n\t#\ts\tV vs. Ref.\tA\tbits\r\n");
		for (int i = 0; i < n; i++)
			s.append(String.format(java.util.Locale.ROOT, "\t%d\t%d\t%.5E\t-1.00000E-003\t...........\r\n", i, i + 1, 2 - 0.01 *
				i));
		return s.toString();
	}

	/** An EC-Lab text export of {@code n} rows at 0.5 s from 100 s, with a rest and a step. */
	static String mpt(final String started, final int n) {
		final StringBuilder s = new StringBuilder("EC-Lab ASCII FILE\r\nNb header lines : 9\r\n\r\nModulo Bat\r\n\r\n");
		s.append("Acquisition started on : ").append(started).append("\r\nElectrode surface area : 0.001 cm\u00b2\r\n\r\n");
		s.append("mode\ttime/s\tEwe/V\t<I>/mA\tcontrol/mA\t\r\n");
		for (int i = 0; i < n; i++)
			s.append(String.format(java.util.Locale.ROOT, "1\t%.3f\t%.5f\t%.4f\t0.5\t\r\n", 100 + 0.5 * i, 1.5 + 0.001 * i, i < n /
				2 ? 0 : 0.5));
		return s.toString();
	}

	/** A CSV of {@code n} rows at 1 s. */
	static String csv(final int n) {
		final StringBuilder s = new StringBuilder("time_s,voltage_V,current_A,utc\n");
		for (int i = 0; i < n; i++)
			s.append(String.format(java.util.Locale.ROOT, "%d,%.4f,%.6f,2026-01-20T10:%02d:%02d.250Z\n", i, 1.6 - 0.001 * i,
				-2e-3, i / 60, i % 60));
		return s.toString();
	}

	static Path write(final Path folder, final String name, final String text) throws IOException {
		return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
	}
}
