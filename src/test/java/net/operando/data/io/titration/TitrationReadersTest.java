package net.operando.data.io.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.FormatException;

class TitrationReadersTest {

	@TempDir
	Path folder;

	private Path file(final String name, final String text) throws IOException {
		return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void secondsVoltsAmps() throws IOException {
		final CyclerRecording r = TitrationFiles.read(file("ici.csv",
			"Seconds,Volts,Amps\n0,4.09,0\n10,4.08,-0.00189\n10,4.08,-0.00189\nend,,\n15,4.07,-1.89e-3\n"), Progress.NONE);
		assertEquals(3, r.size());
		assertEquals(15, r.timeSeconds(2), 0);
		assertEquals(-0.00189, r.currentAmperes(1), 0);
		assertTrue(r.warnings().get(0).startsWith("2 rows of ici.csv"), r.warnings().toString());
	}

	@Test
	void whatTheCyclersReadersKnowIsLeftToThem() throws IOException {
		final CyclerRecording r = TitrationFiles.read(file("plain.csv",
			"time_s,voltage_V,current_A\n0,1,0\n1,1.1,0.1\n2,1.2,0.1\n"), Progress.NONE);
		assertEquals(3, r.size());
		assertThrows(FormatException.class, () -> TitrationFiles.read(file("other.csv", "a,b\n1,2\n"), Progress.NONE));
		assertThrows(FormatException.class, () -> TitrationFiles.read(file("two.csv", "Seconds,Volts,Amps\n0,1,1\n"),
			Progress.NONE));
		assertThrows(InvalidInputException.class, () -> TitrationFiles.read(folder.resolve("none.csv"), Progress.NONE));
	}

	@Test
	void decaysOneRowPerPoint() throws IOException {
		final List<PfgDecay> d = PfgCsv.read(file("pfg.csv",
			"# 7Li\ntemperature_K;gradient_G_per_cm;signal;signal_se\n465;100,5;3,1;0,01\n375;100,5;2,9;0,01\n465;2300;1,1;0,01\n"));
		assertEquals(2, d.size());
		assertEquals(375, d.get(0).kelvin(), 0);
		assertEquals(2, d.get(1).size());
		assertEquals(23, d.get(1).teslaPerMetre(1), 1e-12);
		assertEquals(1.1, d.get(1).signal(1), 0);
		assertTrue(d.get(0).hasErrors());
		assertEquals(0.01, d.get(0).signalError(0), 0);
	}

	@Test
	void decaysOneColumnPerTemperature() throws IOException {
		final List<PfgDecay> d = PfgCsv.read(file("wide.txt",
			"gradient_T_per_m\t375 K\t420.5_K\tnote\n1\t0.99\t0.98\tfirst\n5\t0.9\t\tx\n9\t0.8\t0.6\ty\n"));
		assertEquals(2, d.size());
		assertEquals(420.5, d.get(1).kelvin(), 0);
		assertEquals(3, d.get(0).size());
		assertEquals(2, d.get(1).size());
		assertEquals(9, d.get(1).teslaPerMetre(1), 0);
		assertFalse(d.get(1).hasErrors());
		assertTrue(Double.isNaN(d.get(1).signalError(0)));
	}

	@Test
	void whatIsWrongIsSaid() throws IOException {
		for (final String text : new String[] { "", "signal\n1\n", "gradient_T_per_m,signal\n1,1\n",
			"temperature_K,gradient_T_per_m\n300,1\n", "temperature_K,gradient_T_per_m,signal\n300,1,\n",
			"temperature_K,gradient_T_per_m,signal\n-5,1,1\n", "temperature_K,gradient_T_per_m,signal\n300,23000,1\n",
			"temperature_K,gradient_T_per_m,signal\n", "temperature_K,signal\n300,1\n" })
		{
			final OperandoException e = assertThrows(OperandoException.class, () -> PfgCsv.read(file("bad.csv", text)), text);
			assertTrue(e.getMessage().endsWith("."), e.getMessage());
		}
		assertThrows(InvalidInputException.class, () -> PfgDecay.of(300, new double[] { 1 }, new double[] { 1, 2 }, null));
		assertThrows(InvalidInputException.class, () -> PfgDecay.of(300, new double[] { 1 }, new double[] { 1 },
			new double[] { 0 }));
	}
}
