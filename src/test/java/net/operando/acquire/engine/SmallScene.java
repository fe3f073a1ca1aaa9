package net.operando.acquire.engine;

import java.nio.file.Path;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;

/** A scene that renders in some ms: a short rod in a field of 10 x 6 um, coarsely, current from 10 to 40 s. */
final class SmallScene {

	private SmallScene() {}

	static Scene scene() {
		return Scene.defaults().withField(48, 28).withPixel_um(0.2).withRod(RodGeometry.defaults().withSize(6, 2)).withCell(
			Cell.defaults().withSteps(-10, CellStep.of(0, 20, 0.4), CellStep.of(5, 30, 0.4), CellStep.of(0, 60, 0)));
	}

	static SimulatedMicroscope microscope(final Path folder, final SimulatedFaults faults) {
		return SimulatedMicroscope.virtual(scene(), folder.resolve("echem"), faults);
	}

	/** 10 exposures per second in means of 5. */
	static AcquisitionPlan plan(final double seconds) {
		return AcquisitionPlan.defaults().withExposureMs(7).withPhases(Phase.of("record", 10, 5, seconds)).withStorage(
			StoragePolicy.defaults().withReserveGigabytes(0));
	}
}
