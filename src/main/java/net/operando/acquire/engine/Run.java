package net.operando.acquire.engine;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.FocusPolicy;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.Quantity;
import net.operando.acquire.plan.Rule;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.FocusLock;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.recording.Recording;
import net.operando.base.Progress;

/** A recording from its first exposure to its last: phases, rules, pauses, focus, positions. On the grabbing thread. */
final class Run {

	static final double STAGE_TIMEOUT_MS = 30_000;
	private static final long LOOK_NANOS = 100_000_000;
	private static final long DISK_NANOS = 1_000_000_000;
	private static final long PAIR_NANOS = 10_000_000_000L;

	private final Microscope microscope;
	private final AcquisitionPlan plan;
	private final Recording recording;
	private final FramePipeline pipeline;
	private final FrameSink sink;
	private final LightControl light;
	private final Control control;
	private final AcquisitionListener listener;
	private final Consumer<AcquisitionState> states;
	private final Clock clock;
	private final Gaps gaps;
	private final ElectrochemWatch electrochem;
	private final Rules rules;
	private final Marks marks;
	private final ExposureLoop loop;
	private final FocusLock lock;
	private final Stage stage;
	private ConditionWatch until;
	private int phase;
	private int position;
	private long positionSince;
	private long nextLook;
	private long nextDisk;
	private long nextPair;
	private long usable;
	private StagePosition at;
	private FocusLock.State lockState;
	private double lockOffset = Double.NaN;
	private AcquisitionState state = AcquisitionState.PREPARING;

	Run(final Microscope microscope, final AcquisitionPlan plan, final Recording recording, final FramePipeline pipeline,
		final FrameSink sink, final LightControl light, final Control control, final AcquisitionListener listener,
		final Consumer<AcquisitionState> states, final double exposureMs, final Queue<short[]> free)
	{
		this.microscope = microscope;
		this.plan = plan;
		this.recording = recording;
		this.pipeline = pipeline;
		this.sink = sink;
		this.light = light;
		this.control = control;
		this.listener = listener;
		this.states = states;
		clock = microscope.clock();
		gaps = new Gaps(recording, clock);
		electrochem = new ElectrochemWatch(microscope.electrochemistry().orElse(null), plan.cell(), recording);
		rules = new Rules(plan.rules());
		marks = new Marks(plan.marks(), light, microscope.markOutput().orElse(null), gaps, clock.nanos(), Math.round(1e6 *
			exposureMs));
		lock = plan.focus().isUsed() ? microscope.focusLock().orElse(null) : null;
		stage = microscope.stage().orElse(null);
		loop = new ExposureLoop(clock, microscope.camera(), plan, pipeline, gaps, light, marks, free, this::describe,
			exposureMs);
	}

	static String oneLine(final Throwable e) {
		final String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
		return e instanceof DeviceException ? message : (e instanceof IOException ? "writing failed: " : "failure: ") + message;
	}

	/** Records; returns why it ended. */
	String toTheEnd(final Progress progress) throws IOException, InterruptedException {
		if (light.isUsed() && plan.light().use() == LightPolicy.Use.ON) {
			light.on();
			gaps.note("light", light.state());
		}
		change(AcquisitionState.RUNNING);
		positionSince = clock.nanos();
		begin(0);
		try (Watchdog watchdog = clock.isVirtual() ? null : new Watchdog(Math.max(10, 4 * plan.watchdogSeconds() + 2e-3 *
			STAGE_TIMEOUT_MS), Thread.currentThread(), light, s -> control.stop("watchdog: a device hangs; " + s)))
		{
			while (true) {
				if (watchdog != null) watchdog.beat();
				final long now = clock.nanos();
				if (progress.isCancelled()) control.stop("stopped by the user");
				if (control.stopReason() != null) return control.stopReason();
				pipeline.check();
				if (now >= nextLook) look(now, progress);
				// what was seen may have ended it
				if (control.stopReason() != null) return control.stopReason();
				if (control.isPaused()) pause();
				else if (loop.isPhaseOver(now) || until != null && until.isTrue(value(until.condition().quantity(), now), now)) {
					if (phase + 1 == plan.phases().size()) return "plan completed";
					begin(phase + 1);
				}
				else loop.step(now, nextLook);
			}
		}
	}

	private void begin(final int index) throws IOException, InterruptedException {
		phase = index;
		final Phase next = plan.phases().get(index);
		until = next.until() == null ? null : new ConditionWatch(next.until());
		loop.begin(next);
	}

	/** Everything but exposures, some times per second. */
	private void look(final long now, final Progress progress) throws IOException, InterruptedException {
		nextLook = now + LOOK_NANOS;
		electrochem.look(now);
		light.renew(now);
		if (stage != null) at = stage.position();
		if (now >= nextPair) {
			nextPair = now + PAIR_NANOS;
			gaps.note("clock", "pair");
		}
		if (now >= nextDisk) {
			nextDisk = now + DISK_NANOS;
			usable = recording.usableBytes();
			if (usable < plan.storage().reserveBytes()) control.stop("the disk is nearly full");
		}
		if (recording.info().seconds(now) >= plan.mostSeconds()) control.stop("the plan's longest time is over");
		marks.look(now);
		if (lock != null) focus();
		for (final Rule rule : rules.due(q -> value(q, now), now))
			act(rule, now);
		move(now);
		tell(state);
		final double seconds = recording.info().seconds(now);
		progress.update(Math.min(1, seconds / expectedSeconds()), "recording");
	}

	private double expectedSeconds() {
		double sum = 0;
		for (final Phase p : plan.phases())
			sum += Double.isNaN(p.durationSeconds()) ? 0 : p.durationSeconds();
		return Math.max(1, Math.min(sum, Double.isNaN(plan.mostSeconds()) ? sum : plan.mostSeconds()));
	}

	private double value(final Quantity quantity, final long now) {
		switch (quantity) {
			case CURRENT_A:
				return electrochem.amperes();
			case VOLTAGE_V:
				return electrochem.volts();
			case X:
				return electrochem.x();
			case PHASE_SECONDS:
				return loop.phaseSeconds(now);
			case SECONDS:
				return recording.info().seconds(now);
			case CRACK:
				return sink.crackScore();
			default:
				throw new IllegalStateException("no value of " + quantity);
		}
	}

	private void act(final Rule rule, final long now) throws IOException, InterruptedException {
		gaps.note("rule", rule.name() + ": " + rule.when() + " -> " + rule.action());
		switch (rule.action()) {
			case START_PHASE:
				if (plan.phaseIndex(rule.phase()) != phase) begin(plan.phaseIndex(rule.phase()));
				break;
			case KEEP_FULL_FRAMES:
				final long from = now - Math.round(1e9 * rule.beforeSeconds());
				final long to = now + Math.round(1e9 * rule.afterSeconds());
				pipeline.put(s -> s.keepFull(from, to));
				break;
			case MARK:
				marks.pulse(rule.name());
				break;
			case PAUSE:
				control.pause();
				break;
			default:
				control.stop("rule " + rule.name());
		}
	}

	private void focus() throws IOException, InterruptedException {
		final FocusLock.State before = lockState;
		lockState = lock.state();
		lockOffset = lock.offsetNm();
		if (before != null && lockState != before) gaps.note("lock", lockState.toString());
		if (lockState != FocusLock.State.LOST || before == FocusLock.State.LOST) return;
		if (plan.focus().onLoss() == FocusPolicy.OnLoss.STOP) control.stop("focus was lost");
		if (plan.focus().onLoss() != FocusPolicy.OnLoss.PAUSE) return;
		loop.suspend();
		darken();
		change(AcquisitionState.PAUSED);
		try {
			lock.engage(1000 * plan.focus().lockTimeoutSeconds());
			lockState = lock.state();
			gaps.note("lock", lockState.toString());
		}
		catch (final DeviceTimeoutException e) {
			gaps.note("fault", e.getMessage());
			control.stop("focus was lost and not found again");
			return;
		}
		lighten();
		loop.resumeAfter(Gaps.Cause.FOCUS);
		change(AcquisitionState.RUNNING);
	}

	private void pause() throws IOException, InterruptedException {
		loop.suspend();
		darken();
		change(AcquisitionState.PAUSED);
		while (control.isPaused() && control.stopReason() == null) {
			final long now = clock.nanos();
			// the cell goes on, and so does the record of it
			electrochem.look(now);
			tell(state);
			clock.sleepUntil(now + LOOK_NANOS);
		}
		if (control.stopReason() != null) return;
		lighten();
		loop.resumeAfter(Gaps.Cause.PAUSED);
		change(AcquisitionState.RUNNING);
	}

	private void darken() throws IOException {
		marks.interrupt(clock.nanos());
		light.off();
		if (light.isUsed()) gaps.note("light", light.state());
	}

	private void lighten() throws IOException, InterruptedException {
		if (!light.isUsed() || plan.light().use() != LightPolicy.Use.ON) return;
		light.on();
		gaps.note("light", light.state());
	}

	private void move(final long now) throws IOException, InterruptedException {
		final List<StagePosition> positions = plan.positions();
		if (positions.size() < 2 || now - positionSince < Math.round(1e9 * plan.secondsPerPosition())) return;
		loop.suspend();
		position = (position + 1) % positions.size();
		stage.moveTo(positions.get(position), STAGE_TIMEOUT_MS);
		at = stage.position();
		gaps.note("position", (position + 1) + " at " + at);
		positionSince = clock.nanos();
		loop.atPosition(position + 1);
		loop.resumeAfter(Gaps.Cause.MOVING);
	}

	private void describe(final RawExposure raw) {
		raw.at = at;
		raw.lock = lockState == null ? "" : lockState.toString();
		raw.lockOffsetNm = lockOffset;
		electrochem.describe(raw);
	}

	/** Stops the camera, light off, and writes what is left. */
	void end() throws IOException {
		try {
			light.offForGood();
		}
		finally {
			try {
				loop.suspend();
				electrochem.look(clock.nanos());
			}
			catch (final InterruptedException e) {
				// it is ending already
			}
			finally {
				pipeline.close();
			}
		}
	}

	private void change(final AcquisitionState next) throws IOException {
		state = next;
		states.accept(next);
		gaps.note("state", next.toString());
		tell(next);
	}

	void tell(final AcquisitionState now) {
		final AcquisitionStatus s = new AcquisitionStatus();
		s.state = now;
		s.seconds = recording.info().seconds(clock.nanos());
		s.phase = loop.phase() == null ? "" : loop.phase().name();
		s.exposures = loop.exposures();
		s.frames = sink.stored();
		s.missing = gaps.missing();
		s.lateMs = loop.lateMs();
		s.queued = pipeline.depth();
		s.usableBytes = usable;
		s.x = electrochem.x();
		s.volts = electrochem.volts();
		s.amperes = electrochem.amperes();
		s.lock = lockState == null ? "" : lockState.toString();
		s.crack = sink.crackScore();
		listener.status(s);
	}
}
