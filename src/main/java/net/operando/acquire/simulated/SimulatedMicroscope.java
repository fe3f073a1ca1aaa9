package net.operando.acquire.simulated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import net.operando.acquire.port.Camera;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.FocusLock;
import net.operando.acquire.port.Light;
import net.operando.acquire.port.MarkOutput;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.SystemClock;
import net.operando.acquire.recording.DiskGate;
import net.operando.base.quantity.Calibration;
import net.operando.model.synthetic.LiveScene;
import net.operando.model.synthetic.Scene;

/**
 * A microscope that looks at a {@link Scene}, whose second 0 is the moment at which the microscope is made. On a computed
 * clock it runs as fast as images are rendered, and loses nothing. On the computer's own clock it waits for them, and drops what it
 * cannot render in time, as a slow camera would: two cores that are free render a frame of 1920 x 1200 in half of its interval at
 * 10 Hz.
 */
public final class SimulatedMicroscope implements Microscope {

	private final LiveScene scene;
	private final Clock clock;
	private final SimulatedFaults faults;
	private final SimulatedLight light;
	private final SimulatedStage stage;
	private final SimulatedFocusLock lock;
	private final SimulatedCamera camera;
	private final Path electrochemistry;
	private final SimulatedPotentiostat potentiostat;
	private final long zero;

	private SimulatedMicroscope(final LiveScene scene, final Clock source, final Path electrochemistry,
		final SimulatedFaults faults)
	{
		this.scene = scene;
		this.faults = faults;
		this.electrochemistry = electrochemistry;
		zero = source.nanos();
		potentiostat = electrochemistry == null ? null : new SimulatedPotentiostat(scene, electrochemistry, source.utc());
		clock = potentiostat == null ? source : new CellClock(source);
		light = new SimulatedLight(clock);
		stage = new SimulatedStage(clock, faults);
		lock = new SimulatedFocusLock(clock, faults);
		camera = new SimulatedCamera(scene, clock, light, stage, lock, faults);
	}

	/**
	 * A microscope on a computed clock, which starts at the scene's own start.
	 *
	 * @param electrochemistry folder that the potentiostat's files grow in; null for none
	 */
	public static SimulatedMicroscope virtual(final Scene scene, final Path electrochemistry,
		final SimulatedFaults faults)
	{
		return new SimulatedMicroscope(LiveScene.of(scene), SimulatedClock.startingAt(scene.startTime()), electrochemistry,
			faults);
	}

	/** A microscope on the computer's clock. */
	public static SimulatedMicroscope realTime(final Scene scene, final Path electrochemistry,
		final SimulatedFaults faults)
	{
		return new SimulatedMicroscope(LiveScene.of(scene), new SystemClock(), electrochemistry, faults);
	}

	@Override
	public String name() {
		return "Simulated" + (clock.isVirtual() ? "" : " in real time");
	}

	@Override
	public Clock clock() {
		return clock;
	}

	@Override
	public Camera camera() {
		return camera;
	}

	@Override
	public Calibration calibration() {
		return Calibration.ofMicrometres(scene.pixel_um());
	}

	@Override
	public Optional<Stage> stage() {
		return Optional.of(stage);
	}

	@Override
	public Optional<Light> light() {
		return Optional.of(light);
	}

	@Override
	public Optional<FocusLock> focusLock() {
		return Optional.of(lock);
	}

	/** A line that nobody looks at. */
	@Override
	public Optional<MarkOutput> markOutput() {
		return Optional.of(new MarkOutput() {

			@Override
			public String name() {
				return "simulated TTL line";
			}

			@Override
			public long pulse(final double widthMs) {
				final long up = clock.nanos();
				try {
					clock.sleepUntil(up + Math.round(1e6 * widthMs));
				}
				catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				return up;
			}
		});
	}

	@Override
	public Optional<Path> electrochemistry() {
		return Optional.ofNullable(electrochemistry);
	}

	/** What it looks at. */
	public LiveScene scene() {
		return scene;
	}

	/** The disk of the faults: full after so many bytes of frames. */
	public DiskGate disk() {
		return new DiskGate() {

			private double left = faults.diskBytes();

			@Override
			public long usableBytes(final Path folder) throws IOException {
				return DiskGate.OPEN.usableBytes(folder);
			}

			@Override
			public synchronized void beforeWrite(final long bytes) throws IOException {
				left -= bytes;
				if (left < 0) throw new IOException("No space left on device");
			}
		};
	}

	@Override
	public void close() {
		light.off();
	}

	/** The clock as the devices see it: when time has gone on, so has the cell. */
	private final class CellClock implements Clock {

		private final Clock source;

		private CellClock(final Clock source) {
			this.source = source;
		}

		@Override
		public long nanos() {
			return source.nanos();
		}

		@Override
		public java.time.Instant utc() {
			return source.utc();
		}

		@Override
		public void sleepUntil(final long until) throws InterruptedException {
			source.sleepUntil(until);
			synchronized (potentiostat) {
				potentiostat.advanceTo(1e-9 * (source.nanos() - zero));
			}
		}

		@Override
		public boolean isVirtual() {
			return source.isVirtual();
		}
	}
}
