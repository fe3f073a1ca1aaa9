package net.operando.acquire.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.acquire.port.Camera;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.StageLimits;
import net.operando.acquire.port.StagePosition;
import net.operando.base.InvalidInputException;

/** Whether a microscope and a disk can do what a plan says, asked before anything moves. */
public final class PlanCheck {

	private static final double LARGEST_SHARE_OF_MEMORY = 0.6;

	private PlanCheck() {}

	/**
	 * @param usableBytes free on the disk that is written to
	 * @throws InvalidInputException with the first problem
	 */
	public static void check(final AcquisitionPlan plan, final Microscope microscope, final double usableBytes) {
		final List<String> problems = problems(plan, microscope, usableBytes);
		if (!problems.isEmpty()) throw new InvalidInputException(problems.get(0));
	}

	/** All that stands against it, as sentences; empty if nothing does. Reads limits of the devices, moves none. */
	public static List<String> problems(final AcquisitionPlan plan, final Microscope microscope,
		final double usableBytes)
	{
		final List<String> all = new ArrayList<>();
		final String own = plan.problem();
		if (own != null) {
			all.add("The acquisition plan has " + own + ".");
			return all;
		}
		camera(plan, microscope.camera(), all);
		light(plan, microscope, all);
		stage(plan, microscope, all);
		if (plan.focus().isUsed() && plan.focus().isRequired() && microscope.focusLock().isEmpty()) all.add(
			"The plan requires a focus lock, which this microscope does not have: set focus.required to false.");
		if (plan.marks().isTtl() && microscope.markOutput().isEmpty()) all.add(
			"The plan marks by TTL, but this microscope has no mark output: set marks.ttl to false.");
		for (final Quantity quantity : Quantity.values())
			if (quantity.isElectrochemical() && plan.looksAt(quantity) && microscope.electrochemistry().isEmpty()) all.add(
				"The plan acts on " + quantity + ", but no file of the potentiostat is followed: give the file or folder it writes.");
		if (plan.looksAt(Quantity.X) && !plan.cell().isKnown()) all.add(
			"The plan acts on X, which needs cell.massMg and cell.startX: give both.");
		memory(plan, microscope.camera(), all);
		disk(plan, microscope.camera(), usableBytes, all);
		return all;
	}

	private static void camera(final AcquisitionPlan plan, final Camera camera, final List<String> all) {
		final double ms = plan.exposureMs();
		if (ms < camera.leastExposureMs() || ms > camera.mostExposureMs()) all.add("The exposure of " + ms +
			" ms is outside what the " + camera.name() + " can do: give " + camera.leastExposureMs() + " to " + camera
				.mostExposureMs() + " ms.");
		else for (final Phase phase : plan.phases()) {
			final double interval = 1000 / phase.framesPerSecond();
			final double least = camera.leastIntervalMs(ms);
			// a rate given as a rounded decimal must not fail by its last digit
			if (interval < least * (1 - 1e-9)) all.add(String.format(Locale.ROOT,
				"In the phase %s an exposure of %s ms does not fit into an interval of %.4g ms (the %s needs %.4g ms per frame): give at most %.4g framesPerSecond or a shorter exposure.",
				phase.name(), ms, interval, camera.name(), least, Math.floor(1e6 / least) / 1e3));
		}
		if (!camera.pacings().contains(plan.pacing())) all.add("The " + camera.name() + " cannot be paced by " + plan
			.pacing() + ": use one of " + camera.pacings() + ".");
		if (camera.width() < plan.spatialBin() || camera.height() < plan.spatialBin()) all.add("A bin of " + plan.spatialBin() +
			" pixels is larger than the camera's frame: give a smaller spatialBin.");
	}

	private static void light(final AcquisitionPlan plan, final Microscope microscope, final List<String> all) {
		if (plan.light().use() != LightPolicy.Use.LEAVE) {
			if (microscope.light().isEmpty()) all.add(
				"The plan switches the lamp, which this microscope does not have: set light.use to LEAVE.");
			else if (plan.light().power() > microscope.light().get().mostPower()) all.add("A light power of " + plan.light()
				.power() + " is above the limit of the " + microscope.light().get().name() + ": give light.power of at most " +
				microscope.light().get().mostPower() + ".");
		}
		if (plan.light().use() == LightPolicy.Use.EXPOSURES && plan.pacing() != net.operando.acquire.port.Pacing.SOFTWARE) all
			.add("Light around exposures only needs exposures asked for one by one: set pacing to SOFTWARE, or light.use to ON.");
		if (plan.marks().isLedBlink() && (plan.light().use() != LightPolicy.Use.ON || microscope.light().isEmpty())) all.add(
			"Marks by the lamp need a lamp that is on during the recording: set light.use to ON, or marks.ledBlink to false.");
	}

	private static void stage(final AcquisitionPlan plan, final Microscope microscope, final List<String> all) {
		if (plan.positions().isEmpty()) return;
		if (microscope.stage().isEmpty()) {
			all.add("The plan visits positions, but this microscope has no stage: leave positions empty.");
			return;
		}
		final StageLimits limits = microscope.stage().get().limits();
		for (int i = 0; i < plan.positions().size(); i++) {
			final StagePosition p = plan.positions().get(i);
			if (!limits.hold(p)) all.add("Position " + (i + 1) + " (" + p + ") is outside the limits of the " + microscope.stage()
				.get().name() + " (" + limits.least() + " to " + limits.most() + "): change it.");
		}
	}

	/** Exposures that wait in the queue, or are kept in case an event makes them worth keeping, lie in memory. */
	private static void memory(final AcquisitionPlan plan, final Camera camera, final List<String> all) {
		double rate = 0;
		for (final Phase phase : plan.phases())
			rate = Math.max(rate, phase.framesPerSecond());
		final double before = Double.isNaN(plan.fullFramesBeforeSeconds()) ? 0 : plan.fullFramesBeforeSeconds();
		final double bytes = (plan.storage().queueFrames() + before * rate) * 2.0 * camera.width() * camera.height();
		final double limit = LARGEST_SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory();
		if (bytes > limit) all.add(String.format(Locale.ROOT,
			"The queue and the frames kept in case of an event would take %.0f MB of memory, of which there are %.0f MB for them: give a smaller storage.queueFrames or beforeSeconds, or more memory to the program.",
			bytes * 1e-6, limit * 1e-6));
	}

	private static void disk(final AcquisitionPlan plan, final Camera camera, final double usableBytes,
		final List<String> all)
	{
		final double needed = Forecast.of(plan, camera.width(), camera.height()).bytes();
		if (!Double.isInfinite(needed) && needed + plan.storage().reserveBytes() > usableBytes) all.add(String.format(
			Locale.ROOT,
			"The recording would take %.2f GB, but the disk has %.2f GB free (of which %.2f GB are kept in reserve): free the disk, or choose another folder.",
			needed * 1e-9, usableBytes * 1e-9, plan.storage().reserveBytes() * 1e-9));
	}
}
