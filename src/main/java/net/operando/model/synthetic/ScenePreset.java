package net.operando.model.synthetic;

import java.util.Arrays;
import java.util.stream.Collectors;

import net.operando.base.InvalidInputException;

import org.apache.commons.math3.util.FastMath;

/**
 * Scenes of what the paper's figures 3 and 4 show, driven by the phase-field solver with the placeholder tables. Each has
 * fringes of 30 %, speckled carbon, dust, lamp drift, a sample that drifts, neighbours, and a potentiostat with a clock of
 * its own. Where a rod takes part in the current by less or more than its share, the share is chosen so that its content
 * changes as the paper says.
 */
public enum ScenePreset {

	/** Lithiation at 5C from x = .08, to which a hold at 2.8 V has led: dark fronts from both ends meet. */
	HOLD_5C("5C from 2.8 V hold") {

		@Override
		Scene scene() {
			return lithiation(0.08).withCell(held());
		}
	},
	/** Lithiation at 5C from x = .14: no front. */
	NO_HOLD_5C("5C no hold") {

		@Override
		Scene scene() {
			return lithiation(0.14);
		}
	},
	/** Delithiation at 5C, 1.54C at the rod, from x = .68 through one end of 17.9 um; a crack at 280 s, x = .56. */
	DELITHIATION_CRACK_5C("5C delithiation with crack") {

		@Override
		Scene scene() {
			final RodGeometry geometry = RodGeometry.defaults().withSize(17.9, 3.5).withAngleDegrees(68).withCentre(0.31, -0.17);
			final SceneRod rod = SceneRod.of(geometry, SceneRod.Drive.SIMULATED).withContent(0.68, 1.54 / 5).withActiveEnds(
				true, false).withCracks(Crack.at(290, 7.4));
			return field(340, 420, rod).withIllumination(Illumination.defaults().withRodElectrons(9500)).withTiming(Timing
				.defaults().withRate(10, 15, 420).withFaults(2, 0.0005)).withCell(cell(0.75, CellStep.of(-5, 400, 0.4)));
		}
	},
	/** Delithiation at 20C of a rod that is cracked already: fronts from one end and from the crack's faces; it parts at 75 s. */
	CRACKED_20C("20C cracked rod") {

		@Override
		Scene scene() {
			final RodGeometry geometry = RodGeometry.defaults().withAngleDegrees(-74).withCentre(-0.22, 0.12);
			final SceneRod rod = SceneRod.of(geometry, SceneRod.Drive.SIMULATED).withContent(0.64, 0.4).withActiveEnds(true,
				false).withCracks(Crack.at(-40, 10.8).withGap(8, 420).withGapFrom(85));
			return field(320, 420, rod).withIllumination(Illumination.defaults().withRodElectrons(9500)).withTiming(Timing
				.defaults().withRate(10, 5, 125).withFaults(2, 0.001).withPause(112, 6)).withCell(cell(0.7, CellStep.of(-20, 100,
					0.4)));
		}
	},
	/** A rod in four pieces, two of which have lost contact: they keep their lithium and stay bright while the others cycle. */
	FRAGMENTS("disconnected fragments") {

		@Override
		Scene scene() {
			final RodGeometry geometry = RodGeometry.defaults().withAngleDegrees(12).withCentre(0.14, 0.27);
			final SceneRod rod = SceneRod.of(geometry, SceneRod.Drive.SIMULATED).withContent(0.52, 1).withCracks(Crack.at(-70,
				5.2).withGap(20, 260).withGapFrom(-15), Crack.at(-70, 10.4).withGap(20, 340).withGapFrom(-15), Crack.at(-70, 15.1)
					.withGap(20, 190).withGapFrom(-15)).withContactLosses(ContactLoss.at(-5, 8), ContactLoss.at(45, 18));
			return field(420, 280, rod).withIllumination(Illumination.defaults().withRodElectrons(10500)).withTiming(Timing
				.defaults().withRate(2, 2, 240).withFaults(4, 0.005)).withCell(cell(0.52, CellStep.of(-5, 120, 0.4), CellStep.of(0,
					20, 0.4), CellStep.of(5, 70, 0.4)));
		}
	};

	private final String label;

	ScenePreset(final String label) {
		this.label = label;
	}

	/** The scene, seed 1. */
	abstract Scene scene();

	/** Its name as users see it. */
	public String label() {
		return label;
	}

	/** @param seed of all randomness */
	public Scene scene(final long seed) {
		return scene().withSeed(seed);
	}

	/** The preset of a label, whatever its case. */
	public static ScenePreset of(final String label) {
		for (final ScenePreset preset : values())
			if (preset.label.equalsIgnoreCase(label.trim())) return preset;
		throw new InvalidInputException("There is no preset '" + label + "': give one of " + Arrays.stream(values()).map(
			ScenePreset::label).collect(Collectors.joining(", ")) + ".");
	}

	private static Scene lithiation(final double startX) {
		final RodGeometry geometry = RodGeometry.defaults().withAngleDegrees(24).withCentre(0.18, -0.26);
		final SceneRod rod = SceneRod.of(geometry, SceneRod.Drive.SIMULATED).withContent(startX, 1).withSidePatches(
			SidePatch.at(14.5, 0.5));
		return field(420, 300, rod).withTiming(Timing.defaults().withRate(2, 2, 80).withFaults(4, 0.01)).withCell(cell(startX,
			CellStep.of(5, 60, 0.4)));
	}

	/** The last four minutes of a hold at 2.8 V, on to x = .08, then lithiation and rest. */
	private static Cell held() {
		final Cell cell = Cell.defaults().withSteps(-230.4, CellStep.hold(2.8, -0.1, 100, 240, 0.4), CellStep.of(5, 60, 0.4),
			CellStep.of(0, 60, 0)).withClock(-2.3, 25);
		final double charge = cell.x(cell.stepStartSeconds(1)) - cell.startX();
		return cell.withStartX(0.08 - charge);
	}

	/** Ten seconds before the current, then the steps, then rest. */
	private static Cell cell(final double startX, final CellStep... steps) {
		final CellStep[] all = new CellStep[steps.length + 2];
		all[0] = CellStep.of(0, 30, 0.4);
		System.arraycopy(steps, 0, all, 1, steps.length);
		all[all.length - 1] = CellStep.of(0, 60, 0);
		return Cell.defaults().withStartX(startX).withSteps(-20.4, all).withClock(-2.3, 25);
	}

	/** The rod, a small neighbour that takes part, and a larger one that has lost contact. */
	private static Scene field(final int width, final int height, final SceneRod rod) {
		final double across = rod.geometry().angleDegrees() + 90;
		final double x = FastMath.cos(FastMath.toRadians(across));
		final double y = FastMath.sin(FastMath.toRadians(across));
		final SceneRod small = SceneRod.of(RodGeometry.defaults().withSize(5.2, 1.3).withAngleDegrees(rod.geometry()
			.angleDegrees() + 37).withCentre(5.6 * x, 5.6 * y), SceneRod.Drive.EVEN).withReflectivity(0.8);
		final SceneRod lost = SceneRod.of(RodGeometry.defaults().withSize(7.4, 1.9).withAngleDegrees(rod.geometry()
			.angleDegrees() - 21).withCentre(-6.3 * x, -6.3 * y), SceneRod.Drive.EVEN).withContent(0.3, 0).withReflectivity(0.9);
		return Scene.defaults().withField(width, height).withRods(rod, small, lost).withDrift(Drift.typical());
	}
}
