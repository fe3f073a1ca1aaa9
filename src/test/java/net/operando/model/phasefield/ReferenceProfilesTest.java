package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.base.Progress;

/** Against profiles computed by an independent program (backward Euler, the same placeholder table). */
@Tag("conformance")
class ReferenceProfilesTest {

	@Test
	void interiorStationsAgree() throws IOException {
		final String folder = System.getProperty("conformance.data", "");
		assertTrue(!folder.isEmpty(), "set conformance.data to the folder of reference data");
		final Path file = Paths.get(folder, "reference", "profiles_F1.csv");
		final List<String> lines = Files.readAllLines(file);
		int compared = 0;
		double most = 0;
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cell = line.split(",");
			final double cRate = Double.parseDouble(cell[0]);
			final double t = Double.parseDouble(cell[2]);
			final int half = Integer.parseInt(cell[3]);
			final SimulationRun run = RodSimulation.run(Material.nwo(), Rod.standard().withStartX(Double.parseDouble(cell[1])),
				Protocol.current(cRate, t), SimulationOptions.standard().withCells(2 * half).withTolerance(1e-7), Progress.NONE);
			final double[] x = run.profile(run.columns() - 1);
			for (int s = 1; s < 10; s++) {
				// stations lie on faces or between: linear between the two centres around
				final double at = s * 0.1 * half - 0.5;
				final int i = (int) Math.floor(at);
				final double value = x[i] + (at - i) * (x[i + 1] - x[i]);
				most = Math.max(most, Math.abs(value - Double.parseDouble(cell[4 + s])));
				compared++;
			}
		}
		assertEquals(9 * (lines.size() - 1), compared);
		System.out.println("greatest difference at interior stations " + most);
		// the two meshes of the reference differ by 1e-5 at interior stations, printed to five decimals (0.5e-5);
		// its first order in time adds as much
		assertTrue(most < 2e-5, "greatest difference " + most);
	}
}
