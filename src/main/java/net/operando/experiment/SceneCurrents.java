package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.Timing;

/**
 * What the cell of a scene does instead: another first current, or a protocol in the place of its currents. A voltage limit
 * ends a step where the cell's own voltage reaches it, which the scene then keeps as the step's time. The movie becomes
 * longer or shorter with the currents.
 */
final class SceneCurrents {

	/** A movie shows nothing of a shorter step. */
	private static final double SHORTEST_SECONDS = 1;
	/** Each step has a file of its own, numbered with two digits. */
	private static final int MOST_STEPS = 90;

	private SceneCurrents() {}

	/**
	 * A scene with another first current; NaN is as it was, for voltages none.
	 *
	 * @throws InvalidInputException if a voltage ends it at once
	 */
	static Scene withFirst(final Scene scene, final double cRate, final double seconds, final double lowerVolts,
		final double upperVolts)
	{
		final Cell cell = scene.cell();
		final int first = cell.firstCurrentStep();
		final List<CellStep> steps = cell.steps();
		final CellStep was = steps.get(first);
		steps.set(first, CellStep.of(Double.isNaN(cRate) ? was.cRate() : cRate, Double.isNaN(seconds) ? was.seconds()
			: seconds, was.pauseAfterSeconds()));
		final double seen = limited(cell, steps, first, lowerVolts, upperVolts, scene.material());
		if (!Double.isNaN(seen)) steps.set(first, CellStep.of(steps.get(first).cRate(), seen, was.pauseAfterSeconds()));
		return lasting(scene.withCell(with(cell, steps)), scene.timing().seconds() + steps.get(first).seconds() - was
			.seconds());
	}

	/**
	 * A scene whose cell follows a protocol from its first current on, and rests after it.
	 *
	 * @throws InvalidInputException if it has steps that the cell cannot follow
	 */
	static Scene following(final Scene scene, final Protocol protocol) {
		final Cell cell = scene.cell();
		final List<ProtocolStep> asked = protocol.unrolled();
		if (asked.size() > MOST_STEPS) throw new InvalidInputException("The protocol has " + asked.size() +
			" steps, and a synthetic experiment holds " + MOST_STEPS + " at most: reduce the counts of its repeats.");
		if (protocol.firstCRate() == 0) throw new InvalidInputException(
			"The protocol has no current, so nothing would happen: give it a step of the kind CURRENT.");
		final List<CellStep> steps = new ArrayList<>(cell.steps().subList(0, cell.firstCurrentStep()));
		for (int i = 0; i < asked.size(); i++)
			add(asked.get(i), i + 1, cell, steps, scene.material());
		final int end = steps.size() - 1;
		final int last = lastCurrent(cell);
		steps.addAll(cell.steps().subList(last + 1, cell.steps().size()));
		final Cell following = with(cell, steps);
		return lasting(scene.withCell(following), scene.timing().seconds() + following.stepEndSeconds(end) - cell
			.stepEndSeconds(last));
	}

	private static void add(final ProtocolStep step, final int number, final Cell cell, final List<CellStep> steps,
		final Material material)
	{
		if (step.kind() == ProtocolStep.Kind.HOLD) throw new InvalidInputException("Step " + number +
			" of the protocol is a HOLD, whose current the synthetic cell does not know: give REST and CURRENT only, or use Simulate Rod.");
		final boolean timed = !Double.isNaN(step.seconds());
		// a current that ends by voltage alone lasts at most until the cell would be full or empty
		final double seconds = timed ? step.seconds() : 3600 / Math.abs(step.cRate());
		steps.add(CellStep.of(step.cRate(), seconds, 0));
		if (step.kind() != ProtocolStep.Kind.CURRENT) return;
		final int at = steps.size() - 1;
		final double seen = limited(cell, steps, at, step.lowerVolts(), step.upperVolts(), material);
		if (!timed && Double.isNaN(seen)) throw new InvalidInputException(String.format(Locale.ROOT,
			"Step %d of the protocol does not reach its voltage within %.6g s: give it seconds, or a limit within the cell's voltages.",
			number, seconds));
		if (!Double.isNaN(seen)) steps.set(at, CellStep.of(step.cRate(), seen, 0));
	}

	/** When the voltage that a current leads to ends it; NaN if none does. */
	private static double limited(final Cell cell, final List<CellStep> steps, final int at, final double lowerVolts,
		final double upperVolts, final Material material)
	{
		final boolean lithiation = steps.get(at).cRate() > 0;
		final double volts = lithiation ? lowerVolts : upperVolts;
		if (Double.isNaN(volts)) return Double.NaN;
		final Cell followed = with(cell, steps);
		final double seen = followed.secondsToVoltage(at, volts, material);
		final double now = followed.voltage(followed.stepStartSeconds(at), material);
		if (seen < SHORTEST_SECONDS && lithiation) throw new InvalidInputException(String.format(Locale.ROOT,
			"The cell is at %.3f V when the lithiation starts, so %.6g V ends it within a second: give a lower voltage as lowervolts.",
			now, volts));
		if (seen < SHORTEST_SECONDS) throw new InvalidInputException(String.format(Locale.ROOT,
			"The cell is at %.3f V when the delithiation starts, so %.6g V ends it within a second: give a higher voltage as uppervolts.",
			now, volts));
		return seen;
	}

	private static int lastCurrent(final Cell cell) {
		int last = cell.firstCurrentStep();
		for (int i = last; i < cell.steps().size(); i++)
			if (cell.steps().get(i).isCurrent()) last = i;
		return last;
	}

	private static Cell with(final Cell cell, final List<CellStep> steps) {
		return cell.withSteps(cell.stepStartSeconds(0), steps.toArray(new CellStep[0]));
	}

	private static Scene lasting(final Scene scene, final double seconds) {
		final Timing timing = scene.timing();
		return scene.withTiming(timing.withRate(timing.temporalBin() / timing.frameSeconds(), timing.temporalBin(), seconds));
	}
}
