package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.ScenePreset;

/** SyntheticSettings, and what SceneCurrents and SceneBreaks make of a scene for it. */
class SyntheticSettingsTest {

	private static final double NONE = Double.NaN;

	@TempDir
	Path folder;

	private static SyntheticSettings of(final ScenePreset preset) {
		return new SyntheticSettings().withPreset(preset.label(), 1);
	}

	private static SceneRod rod(final UnaryOperator<SyntheticSettings> change) {
		return change.apply(of(ScenePreset.NO_HOLD_5C)).scene().rods().get(0);
	}

	private static String refused(final SyntheticSettings settings) {
		return assertThrows(InvalidInputException.class, settings::scene).getMessage();
	}

	@Test
	void nothingGivenIsThePreset() {
		for (final ScenePreset preset : ScenePreset.values())
			assertEquals(preset.scene(1).toJson(), of(preset).scene().toJson(), preset.label());
	}

	@Test
	void aRodIsWhatIsAskedFor() {
		assertEquals(2.5, rod(s -> s.withRod(NONE, NONE, 2.5)).geometry().width_um());
		assertEquals(20.4, rod(s -> s.withRod(NONE, NONE, 2.5)).geometry().length_um(), "the length is the preset's");
		final SceneRod last = rod(s -> s.withPart(ActiveEnds.LAST, 0.31));
		assertFalse(last.startActive());
		assertTrue(last.endActive());
		assertEquals(0.31, last.currentShare());
		assertEquals(0.14, last.startX(Cell.defaults()), "x is the preset's");
		assertEquals(800, rod(s -> s.withSolver(NONE, 800, 1e-18)).cells());
		assertEquals(1e-18, rod(s -> s.withSolver(NONE, 0, 1e-18)).kappa());
		assertEquals(400, rod(s -> s.withSolver(NONE, 0, 1e-18)).cells(), "the cells are the preset's");
		assertEquals(320, of(ScenePreset.NO_HOLD_5C).withSolver(320, 0, NONE).scene().cell().temperatureKelvin());
	}

	@Test
	void aMaterialOfAFileIsThatOfTheScene() throws Exception {
		final Path file = folder.resolve("flat.json");
		Files.writeString(file, Material.nwo().withVoltageTable(new double[] { 0, 1 }, new double[] { 2.5, 1.5 }).toJson());
		final SyntheticSettings settings = of(ScenePreset.NO_HOLD_5C).withMaterial(file.toString());
		final Scene scene = settings.scene();
		// the first step rests at x = .14
		assertEquals(2.36, scene.cell().voltage(0, scene.material()), 1e-9);
		assertEquals(List.of(file), settings.inputs());
	}

	@Test
	void aCrackStopsLithiumWhenAskedInsteadOfThePresets() {
		final Scene scene = of(ScenePreset.FRAGMENTS).withRod(NONE, NONE, 2).withCrack(30, 9.1).scene();
		final List<Crack> cracks = scene.rods().get(0).cracks();
		assertEquals(1, cracks.size());
		assertEquals(9.1, cracks.get(0).position_um());
		// half of the width asked for, after the start of the first current
		assertEquals(scene.cell().stepStartSeconds(1) + 30, cracks.get(0).tipSeconds(1), 1e-9);
		assertTrue(scene.rods().get(0).contactLosses().isEmpty());
		assertEquals(scene.toJson(), Scene.fromJson(scene.toJson()).toJson());
	}

	@Test
	void aVoltageEndsTheCurrentItLeadsTo() {
		final Scene whole = ScenePreset.NO_HOLD_5C.scene(1);
		final double on = whole.cell().stepStartSeconds(1);
		final double volts = whole.cell().voltage(on + 25, whole.material());
		final Scene ended = of(ScenePreset.NO_HOLD_5C).withVoltageLimits(volts, NONE).scene();
		// found to a microsecond on the potentiostat's clock, which differs by 25 ppm of 25 s
		assertEquals(25, ended.cell().steps().get(1).seconds(), 1e-3);
		assertEquals(volts, ended.cell().voltage(ended.cell().stepEndSeconds(1) - 1e-9, ended.material()), 1e-6);
		assertEquals(whole.timing().seconds() - 35, ended.timing().seconds(), 1e-3, "the movie is shorter by as much");
		assertEquals(60, of(ScenePreset.NO_HOLD_5C).withVoltageLimits(NONE, 2.9).scene().cell().steps().get(1).seconds(),
			"a lithiation does not lead up");
		final Scene up = ScenePreset.DELITHIATION_CRACK_5C.scene(1);
		final double later = up.cell().voltage(up.cell().stepStartSeconds(1) + 350, up.material());
		assertEquals(350, of(ScenePreset.DELITHIATION_CRACK_5C).withVoltageLimits(NONE, later).scene().cell().steps().get(1)
			.seconds(), 0.02, "25 ppm of 350 s");
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withVoltageLimits(4, NONE)).contains("lowervolts"));
	}

	private Path written(final Protocol protocol) throws Exception {
		return Files.writeString(folder.resolve("protocol.json"), protocol.toJson());
	}

	@Test
	void aProtocolIsWhatTheCellDoes() throws Exception {
		final Path file = written(Protocol.of(ProtocolStep.rest(3), ProtocolStep.repeat(2, ProtocolStep.current(4, 20),
			ProtocolStep.current(-8, 10))).withCrack(12, 7).withContactLoss(40, 9));
		final SyntheticSettings settings = of(ScenePreset.FRAGMENTS).withProtocol(file);
		final Scene scene = settings.scene();
		final Cell cell = scene.cell();
		assertEquals(List.of(0.0, 0.0, 4.0, -8.0, 4.0, -8.0, 0.0), cell.steps().stream().map(CellStep::cRate).collect(Collectors
			.toList()), "the preset's rests around it");
		final double start = ScenePreset.FRAGMENTS.scene(1).cell().stepStartSeconds(1);
		assertEquals(start, cell.stepStartSeconds(1), 1e-12);
		// potentiostat's seconds, 25 ppm of 63 s
		assertEquals(start + 63, cell.stepEndSeconds(5), 2e-3);
		assertEquals(ScenePreset.FRAGMENTS.scene(1).timing().seconds() - ScenePreset.FRAGMENTS.scene(1).cell().stepEndSeconds(
			3), scene.timing().seconds() - cell.stepEndSeconds(5), 1e-9, "as much rest is seen after it");
		final SceneRod rod = scene.rods().get(0);
		assertEquals(start + 12, rod.cracks().get(0).tipSeconds(0.5 * rod.geometry().width_um()), 1e-9);
		assertEquals(start + 40, rod.contactLosses().get(0).seconds(), 1e-9);
		assertEquals(List.of(file), settings.inputs());
		assertTrue(Json.write(settings).contains("\"REPEAT\""), "experiment.json holds the protocol itself");
	}

	@Test
	void whatTheCellCannotFollowIsRefusedByName() throws Exception {
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withProtocol(written(Protocol.of(ProtocolStep.current(5, 9), ProtocolStep
			.hold(2, 30))))).startsWith("Step 2 of the protocol is a HOLD"));
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withProtocol(written(Protocol.of(ProtocolStep.rest(9))))).contains(
			"no current"));
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withProtocol(written(Protocol.of(ProtocolStep.repeat(50, ProtocolStep
			.current(5, 9), ProtocolStep.current(-5, 9)))))).contains("100 steps"));
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withProtocol(written(Protocol.of(ProtocolStep.current(5, NONE)
			.withVoltageLimits(0.02, NONE))))).contains("Step 1 of the protocol does not reach"));
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withCurrent(5, NONE, NONE).withProtocol(written(Protocol.current(5,
			9)))).contains("leave out crate"));
	}

	@Test
	void lagIsOneThatTheCurrentOutlasts() {
		assertEquals(3, of(ScenePreset.NO_HOLD_5C).withLagSeconds(3).scene().truthLagSeconds());
		assertTrue(refused(of(ScenePreset.NO_HOLD_5C).withLagSeconds(3).withCurrent(5, 7, NONE)).contains("lagseconds"));
	}

	@Test
	void prescribedFrontsTakeOnlyWhatNeedsNoSimulation() throws Exception {
		final SyntheticSettings two = new SyntheticSettings();
		final Scene scene = two.withMaterial("NWO").withRod(NONE, NONE, 2).withLagSeconds(2).scene();
		assertEquals(2, scene.rod().width_um());
		assertNotEquals(two.scene().toJson(), scene.toJson());
		assertTrue(refused(two.withPart(ActiveEnds.FIRST, 0.5)).contains("leave out activeends, share,"));
		assertTrue(refused(two.withVoltageLimits(1, 2)).contains("uppervolts, lowervolts"));
		assertTrue(refused(two.withSolver(300, 99, 0)).contains("temperaturek, cells, kappa"));
		assertTrue(refused(two.withCrack(3, 4)).contains("crackseconds, crackum"));
		assertTrue(refused(two.withProtocol(written(Protocol.current(5, 9)))).contains("protocol"));
	}

	/** As a scene was written before it had cells, kappa, temperature and lag. */
	@Test
	void anOlderSceneReads() {
		final Scene scene = ScenePreset.NO_HOLD_5C.scene(1);
		final String older = scene.toJson().replaceAll(
			"(?m)^.*\"(cells|kappaJm5PerMol2|temperatureKelvin|truthLagSeconds)\":.*\\R", "").replaceAll(",(\\s*[}\\]])", "$1");
		assertFalse(older.contains("temperatureKelvin") || older.contains("kappa"));
		assertEquals(scene.toJson(), Scene.fromJson(older).toJson());
	}
}
