package net.operando.acquire.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.PlanCheck;
import net.operando.acquire.port.Camera;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.FocusLock;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.recording.DiskGate;
import net.operando.acquire.recording.Recording;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.Progress;
import net.operando.data.io.acquired.RecordingInfo;

/**
 * One recording of one plan with one microscope into one folder. {@link #run} does it on the caller's thread; pausing, resuming
 * and stopping may be asked for from any. Whatever ends it, the light is off afterwards and everything recorded is kept.
 * <p>
 * Preconditions: the microscope is open, nobody else uses it meanwhile, the folder holds no recording. The microscope is left
 * open.
 */
public final class Acquisition {

	private static final long SHUTDOWN_WAIT_MS = 8000;

	private final Microscope microscope;
	private final AcquisitionPlan plan;
	private final Path folder;
	private final AcquisitionListener listener;
	private final DiskGate disk;
	private final Control control = new Control();
	private volatile AcquisitionState state = AcquisitionState.IDLE;
	private boolean started;
	private boolean faulty;

	private Acquisition(final Microscope microscope, final AcquisitionPlan plan, final Path folder,
		final AcquisitionListener listener, final DiskGate disk)
	{
		this.microscope = microscope;
		this.plan = plan;
		this.folder = folder;
		this.listener = listener;
		this.disk = disk;
	}

	/** A recording that is still to be run. */
	public static Acquisition of(final Microscope microscope, final AcquisitionPlan plan, final Path folder,
		final AcquisitionListener listener)
	{
		return new Acquisition(microscope, plan, folder, listener, DiskGate.OPEN);
	}

	/** The same, with the disk seen through a gate. */
	public Acquisition withDisk(final DiskGate gate) {
		return new Acquisition(microscope, plan, folder, listener, gate);
	}

	/** What it is doing. Any thread. */
	public AcquisitionState state() {
		return state;
	}

	/** Stops exposing until {@link #resume}; the light goes off. Any thread. */
	public void pause() {
		control.pause();
	}

	/** Goes on as a new segment. Any thread. */
	public void resume() {
		control.resume();
	}

	/** Ends it in order. Any thread. */
	public void stop() {
		control.stop("stopped by the user");
	}

	/** Whether a device or the disk ended it; the report's finish reason says which. Known when {@link #run} has returned. */
	public boolean isFaulty() {
		return faulty;
	}

	/**
	 * Records until the plan is done, a rule or a user stops it, or something fails that going on makes no sense without. Once.
	 *
	 * @param progress cancelled means stopped: what was recorded is kept
	 * @return the report that lies in the folder; {@link #isFaulty} if a fault ended it
	 * @throws net.operando.base.InvalidInputException if the plan cannot be done; nothing has moved and nothing is written
	 * @throws DeviceException if the microscope could not be made ready; nothing is written
	 * @throws IOException if the folder cannot be written to, or the files not be completed: recover does that later
	 */
	public RecordingReport run(final Progress progress) throws IOException {
		if (started) throw new IllegalStateException("a recording runs once");
		started = true;
		Recording.refuseExisting(folder);
		final Path existing = existing(folder);
		PlanCheck.check(plan, microscope, disk.usableBytes(existing));
		state = AcquisitionState.PREPARING;
		final LightControl light = new LightControl(plan.light().use() == LightPolicy.Use.LEAVE ? null : microscope.light()
			.orElse(null), plan.light(), microscope.clock());
		final CountDownLatch over = new CountDownLatch(1);
		final Thread hook = new Thread(() -> shutDown(light, over), "Operando light off");
		Runtime.getRuntime().addShutdownHook(hook);
		try {
			return record(light, progress);
		}
		finally {
			state = AcquisitionState.FINISHED;
			over.countDown();
			light.offForGood();
			try {
				Runtime.getRuntime().removeShutdownHook(hook);
			}
			catch (final IllegalStateException e) {
				// the JVM is shutting down already, and the hook is what it runs
			}
		}
	}

	/** The light first; then the recording gets some seconds to complete its files. */
	private void shutDown(final LightControl light, final CountDownLatch over) {
		try {
			light.offForGood();
		}
		finally {
			control.stop("the program was ended");
			try {
				over.await(SHUTDOWN_WAIT_MS, TimeUnit.MILLISECONDS);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static Path existing(final Path folder) {
		Path path = folder.toAbsolutePath();
		while (path.getParent() != null && !Files.exists(path))
			path = path.getParent();
		return path;
	}

	private RecordingReport record(final LightControl light, final Progress progress) throws IOException {
		final Clock clock = microscope.clock();
		final Camera camera = microscope.camera();
		final double exposureMs = camera.setExposureMs(plan.exposureMs());
		final Movies movies = Movies.of(plan, camera, microscope.calibration());
		prepare();
		final RecordingInfo info = RecordingInfo.of(microscope.name(), plan.name(), clock.nanos(), clock.utc(), exposureMs,
			plan.storage().isBigTiff(), movies.all());
		final Recording recording = Recording.start(folder, info, plan.toJson(), disk);
		final Queue<short[]> free = new ConcurrentLinkedQueue<>();
		final FrameSink sink = new FrameSink(recording, movies, plan, camera, listener, free);
		final FramePipeline pipeline = new FramePipeline(sink, plan.storage().queueFrames(), clock.isVirtual());
		final Run run = new Run(microscope, plan, recording, pipeline, sink, light, control, listener, s -> state = s,
			exposureMs, free);
		String reason;
		try {
			reason = run.toTheEnd(progress);
		}
		catch (final DeviceException | IOException e) {
			faulty = true;
			reason = Run.oneLine(e);
		}
		catch (final InterruptedException e) {
			final String asked = control.stopReason();
			faulty = asked != null && asked.startsWith("watchdog");
			reason = asked == null ? "interrupted" : asked;
		}
		catch (final RuntimeException | Error e) {
			close(run, recording, light, Run.oneLine(e));
			throw e;
		}
		return close(run, recording, light, reason);
	}

	private RecordingReport close(final Run run, final Recording recording, final LightControl light,
		final String reason) throws IOException
	{
		state = AcquisitionState.FINISHING;
		// an interrupted thread cannot write to files
		final boolean interrupted = Thread.interrupted();
		final Clock clock = microscope.clock();
		String why = reason;
		try {
			run.end();
		}
		catch (final IOException | RuntimeException e) {
			if (!faulty) why = Run.oneLine(e);
			faulty = true;
		}
		try {
			if (light.isUsed()) recording.event(clock.nanos(), clock.utc(), "light", light.state());
			recording.event(clock.nanos(), clock.utc(), "clock", "end");
		}
		catch (final DeviceException | IOException e) {
			if (!faulty) why = Run.oneLine(e);
			faulty = true;
		}
		try {
			final RecordingReport report = recording.finish(clock.nanos(), clock.utc(), why);
			state = AcquisitionState.FINISHED;
			run.tell(AcquisitionState.FINISHED);
			return report;
		}
		finally {
			recording.close();
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	/** Stage and focus, before anything is written. */
	private void prepare() {
		if (!plan.positions().isEmpty()) microscope.stage().get().moveTo(plan.positions().get(0), Run.STAGE_TIMEOUT_MS);
		final FocusLock lock = plan.focus().isUsed() ? microscope.focusLock().orElse(null) : null;
		if (lock != null && lock.state() != FocusLock.State.LOCKED) lock.engage(1000 * plan.focus().lockTimeoutSeconds());
	}
}
