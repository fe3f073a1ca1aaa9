package net.operando.acquire.engine;

import java.io.IOException;
import java.util.Queue;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.port.Camera;
import net.operando.acquire.port.CameraFrame;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Pacing;

/**
 * Exposures of the running phase: asks for them or receives them, gives each its slot, and hands it on. Restarts the camera as a
 * new segment after an overflow, a stall, a pause or a move. Used from the grabbing thread.
 */
final class ExposureLoop {

	/** A camera that gives nothing after being started anew this often is given up. */
	private static final int MOST_STALLS = 3;
	/** Longest nap while waiting for a frame; times come with the frame and do not suffer from it. */
	private static final long NAP_NANOS = 5_000_000;

	private final Clock clock;
	private final Camera camera;
	private final AcquisitionPlan plan;
	private final FramePipeline pipeline;
	private final Gaps gaps;
	private final LightControl light;
	private final Marks marks;
	private final Queue<short[]> free;
	private final Surroundings surroundings;
	private final long exposureNanos;

	private Phase phase;
	private long phaseStart;
	private long phaseFirstSlot;
	private long slotBase;
	private int segment = 1;
	private int position = 1;
	private SlotGrid grid;
	private boolean running;
	private Gaps.Cause restartCause;
	private long expectedNext;
	private long lastFrameAt;
	private long lastMiddle = Long.MIN_VALUE;
	private int stalls;
	private boolean afterGap;
	private long exposures;
	private long lateNanos;
	private RateWatch rate;

	/** Puts what is known of the moment beside an exposure. */
	@FunctionalInterface
	interface Surroundings {

		void describe(RawExposure raw);
	}

	ExposureLoop(final Clock clock, final Camera camera, final AcquisitionPlan plan, final FramePipeline pipeline,
		final Gaps gaps, final LightControl light, final Marks marks, final Queue<short[]> free,
		final Surroundings surroundings, final double exposureMs)
	{
		this.clock = clock;
		this.camera = camera;
		this.plan = plan;
		this.pipeline = pipeline;
		this.gaps = gaps;
		this.light = light;
		this.marks = marks;
		this.free = free;
		this.surroundings = surroundings;
		exposureNanos = Math.round(1e6 * exposureMs);
	}

	long exposures() {
		return exposures;
	}

	double lateMs() {
		return 1e-6 * lateNanos;
	}

	Phase phase() {
		return phase;
	}

	/** Since the phase began, s. */
	double phaseSeconds(final long now) {
		return 1e-9 * (now - phaseStart);
	}

	/** Begins a phase now. */
	void begin(final Phase next) throws IOException, InterruptedException {
		suspend();
		phase = next;
		phaseStart = clock.nanos();
		phaseFirstSlot = slotBase;
		restartCause = null;
		gaps.note("phase", next.name());
		resume();
	}

	/** Whether the phase has had all the slots of its duration. */
	boolean isPhaseOver(final long now) {
		final double seconds = phase.durationSeconds();
		if (Double.isNaN(seconds)) return false;
		return slotBase + grid.count() - phaseFirstSlot >= Math.round(seconds * phase.framesPerSecond()) || now - phaseStart >
			Math.round(1e9 * (seconds + plan.watchdogSeconds())) + phase.intervalNanos();
	}

	/** Stops exposing; what the camera still holds is taken. */
	void suspend() throws IOException, InterruptedException {
		if (grid == null) return;
		if (running) {
			running = false;
			camera.stop();
			for (CameraFrame frame = camera.poll(free.poll()); frame != null; frame = camera.poll(free.poll()))
				if (!isPhaseOver(phaseStart)) receive(frame, true);
				else free.add(frame.counts());
		}
		pipeline.put(FrameSink::interrupt);
		if (grid.count() > 0) expectedNext = grid.deadline();
		else if (restartCause == null) expectedNext = clock.nanos();
		slotBase += grid.count();
		grid = null;
	}

	/** Stops and starts as a new segment; the slots in between are noted with the cause. */
	void restart(final Gaps.Cause cause) throws IOException, InterruptedException {
		suspend();
		resumeAfter(cause);
	}

	/** Starts again after {@link #suspend}, as a new segment. */
	void resumeAfter(final Gaps.Cause cause) throws IOException, InterruptedException {
		restartCause = cause;
		segment++;
		resume();
	}

	private void resume() {
		final long now = clock.nanos();
		rate = new RateWatch(phase.intervalNanos());
		lastFrameAt = now;
		if (plan.pacing() == Pacing.SOFTWARE) grid = SlotGrid.startingAt(now, 1e9 / phase.framesPerSecond());
		else {
			grid = new SlotGrid(1e9 / phase.framesPerSecond());
			camera.start(plan.pacing(), 1000 / phase.framesPerSecond());
			running = true;
		}
	}

	/** The position whose movie the next exposures belong to, from 1. */
	void atPosition(final int newPosition) {
		position = newPosition;
	}

	/** One exposure, or a nap until one is due, but not beyond {@code until}. */
	void step(final long now, final long until) throws IOException, InterruptedException {
		if (plan.pacing() == Pacing.SOFTWARE) ask(now, until);
		else {
			final CameraFrame frame = camera.poll(free.poll());
			if (frame != null) receive(frame, false);
			else await(now, until);
		}
	}

	private void ask(final long now, final long until) throws IOException, InterruptedException {
		if (grid.deadline() > now) {
			clock.sleepUntil(Math.min(grid.deadline(), until));
			return;
		}
		if (restartCause != null) noteRestart(now);
		final long missed = grid.skipMissed(now);
		if (missed > 0) {
			gaps.add(Gaps.Cause.MISSED, slotBase + grid.count() - missed, missed);
			afterGap = true;
			return;
		}
		final boolean flash = plan.light().use() == LightPolicy.Use.EXPOSURES;
		final long wanted = grid.deadline() + exposureNanos / 2;
		final long slot = grid.take();
		CameraFrame frame = null;
		try {
			if (flash) light.flash();
			frame = camera.snap(free.poll(), 1000 * plan.watchdogSeconds());
			stalls = 0;
		}
		catch (final DeviceTimeoutException e) {
			stalled(e.getMessage());
			gaps.add(Gaps.Cause.STALLED, slotBase + slot, 1);
			afterGap = true;
		}
		finally {
			if (flash) light.off();
		}
		if (frame != null) deliver(frame, slot, wanted, false);
	}

	/** Slots between the last one before a restart and the first one after it. */
	private void noteRestart(final long firstNanos) throws IOException {
		final long lost = Math.max(0, Math.round((firstNanos - expectedNext) / (1e9 / phase.framesPerSecond())));
		gaps.add(restartCause, slotBase, lost);
		slotBase += lost;
		restartCause = null;
		afterGap = true;
	}

	private void await(final long now, final long until) throws IOException, InterruptedException {
		if (camera.isOverflowed()) {
			gaps.note("fault", "the camera's buffer overflowed");
			restart(Gaps.Cause.OVERFLOW);
		}
		else if (now - lastFrameAt > Math.round(1e9 * plan.watchdogSeconds()) + phase.intervalNanos()) {
			stalled("The " + camera.name() + " gave no frame for " + plan.watchdogSeconds() + " s.");
			restart(Gaps.Cause.STALLED);
		}
		else clock.sleepUntil(Math.min(until, now + Math.min(NAP_NANOS, phase.intervalNanos() / 4)));
	}

	private void stalled(final String problem) throws IOException {
		gaps.note("fault", problem);
		if (++stalls > MOST_STALLS) throw new DeviceException(camera.name(),
			"gives no frames, also after being started anew: check its cable and power, and the trigger if it has one.");
	}

	private void receive(final CameraFrame frame, final boolean draining) throws IOException, InterruptedException {
		stalls = 0;
		lastFrameAt = clock.nanos();
		final long middle = frame.monotonicNanos();
		if (rate.isExcess(middle, gaps)) {
			gaps.note("excess", "exposure that the plan did not ask for");
			free.add(frame.counts());
			return;
		}
		if (restartCause != null) noteRestart(middle - exposureNanos / 2);
		final long slot = grid.take(middle);
		if (grid.gap() > 0) {
			gaps.add(Gaps.Cause.DROPPED, slotBase + slot - grid.gap(), grid.gap());
			afterGap = true;
		}
		if (grid.isWithdrawn()) gaps.withdraw(slotBase + grid.withdrawnSlot());
		deliver(frame, slot, grid.wanted(), draining);
	}

	private void deliver(final CameraFrame given, final long slot, final long wanted, final boolean draining)
		throws IOException, InterruptedException
	{
		CameraFrame frame = given;
		if (frame.monotonicNanos() <= lastMiddle) {
			gaps.note("warning", "the camera's time went back by " + (lastMiddle - frame.monotonicNanos()) + " ns");
			frame = new CameraFrame(given.counts(), lastMiddle + 1, given.elapsedMs(), given.imageNumber());
		}
		lastMiddle = frame.monotonicNanos();
		lateNanos = frame.monotonicNanos() - wanted;
		exposures++;
		final RawExposure raw = new RawExposure();
		raw.frame = frame;
		raw.slot = slotBase + slot;
		raw.groupOrigin = slotBase;
		raw.requestedNanos = wanted;
		raw.segment = segment;
		raw.phase = phase;
		raw.position = position;
		raw.afterGap = afterGap;
		raw.queued = pipeline.depth();
		raw.light = light.power();
		raw.dark = marks.isDark(lastMiddle, clock.nanos());
		surroundings.describe(raw);
		afterGap = false;
		if (draining) pipeline.put(sink -> sink.take(raw));
		else if (!pipeline.offer(raw)) {
			gaps.note("fault", "the queue of frames is full");
			// the camera rests while the queue is emptied; an asked-for exposure just waits, and what is missed meanwhile is noted
			if (running) camera.stop();
			pipeline.put(sink -> sink.take(raw));
			if (running) restart(Gaps.Cause.OVERFLOW);
		}
	}
}
