package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.RodMesh;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationOptions;
import net.operando.model.phasefield.SimulationRun;
import net.operando.model.phasefield.VoltageTrace;

/**
 * GITT made by our own solver: a rod 10.2 um long with one active end, pulses of half an hour with rests to equilibrium,
 * the current so small that the surface moves about as much as is asked for.
 */
final class SolverTitration {

	static final double LENGTH = 10.2e-6;
	static final double PULSE_SECONDS = 1800;

	private SolverTitration() {}

	/** A smooth voltage curve, falling, with a bend, in 201 rows. */
	static Material material(final DoubleUnaryOperator diffusion) {
		final double[] x = new double[201];
		final double[] volts = new double[201];
		for (int i = 0; i <= 200; i++) {
			x[i] = i / 200.0;
			volts[i] = 2.2 - 0.9 * x[i] - 0.2 * Math.tanh(3 * (x[i] - 0.4));
		}
		return Material.nwo().withDiffusion(diffusion).withVoltageTable(x, volts);
	}

	/** Twice as fine toward the active end every 20 cells or so. */
	private static RodMesh mesh() {
		final int n = 220;
		final double growth = 1.03;
		final double[] faces = new double[n + 1];
		for (int i = 1; i <= n; i++)
			faces[i] = LENGTH * (Math.pow(growth, i) - 1) / (Math.pow(growth, n) - 1);
		faces[n] = LENGTH;
		return RodMesh.ofFaces(faces);
	}

	/**
	 * @param excursion of the surface within the window of the short-time fit
	 * @param direction 1 lithiates, -1 delithiates
	 */
	static CyclerRecording recording(final DoubleUnaryOperator diffusion, final double startX, final double excursion,
		final int direction, final int pulses)
	{
		final double k = diffusion.applyAsDouble(startX) / (LENGTH * LENGTH);
		final double window = Math.min(PULSE_SECONDS, 0.2 / k);
		// a pulse of many l^2/D would otherwise take the whole of x
		final double rate = Math.min(0.02 / PULSE_SECONDS, excursion / (2 * Math.sqrt(window / (Math.PI * k))));
		final List<ProtocolStep> steps = new ArrayList<>();
		steps.add(ProtocolStep.rest(100));
		for (int i = 0; i < pulses; i++) {
			steps.add(ProtocolStep.current(direction * 3600 * rate, PULSE_SECONDS));
			steps.add(ProtocolStep.rest(Math.max(PULSE_SECONDS, 3 / k)));
		}
		final Rod rod = Rod.standard().withLengthMicrometres(LENGTH * 1e6).withStartX(startX).withActiveEnds(true, false);
		final SimulationRun run = RodSimulation.run(material(diffusion), rod, mesh(), Protocol.of(steps.toArray(
			new ProtocolStep[0])), SimulationOptions.standard().withTolerance(1e-9).withOutput(1e4, 16), Progress.NONE);
		return recording(run.voltage());
	}

	/** 1 mAh takes x from 0 to 1; where two points share a time the second is 1 us later. */
	private static CyclerRecording recording(final VoltageTrace v) {
		final double[] time = new double[v.size()];
		final double[] volts = new double[v.size()];
		final double[] amperes = new double[v.size()];
		for (int i = 0; i < time.length; i++) {
			time[i] = i > 0 ? Math.max(v.seconds(i), time[i - 1] + 1e-6) : v.seconds(i);
			volts[i] = v.volts(i);
			amperes[i] = -v.cRate(i) * 1e-3;
		}
		return CyclerRecording.of(CyclerRecord.of("solver", time, volts, amperes));
	}

	static TitrationParameters parameters(final double startX) {
		return TitrationParameters.defaults().withShape(ParticleShape.SLAB, LENGTH * 1e6).withCapacityMilliampereHours(1)
			.withStartX(startX);
	}
}
