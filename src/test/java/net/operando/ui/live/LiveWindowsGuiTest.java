package net.operando.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.acquire.engine.AcquisitionState;
import net.operando.acquire.engine.AcquisitionStatus;
import net.operando.acquire.engine.LiveFrame;
import net.operando.acquire.engine.LivePreview;

/** LiveWindows, LivePanel and LiveImages when drawing fails: what is left. Needs a display. */
@Tag("gui")
class LiveWindowsGuiTest {

	private static final long PATIENCE_MILLIS = 30_000;

	private final List<String> asked = new CopyOnWriteArrayList<>();
	private final List<Throwable> reported = new CopyOnWriteArrayList<>();

	private final RecordingControls controls = new RecordingControls() {

		@Override
		public void pause() {
			asked.add("pause");
		}

		@Override
		public void resume() {
			asked.add("resume");
		}

		@Override
		public void stop() {
			asked.add("stop");
		}
	};

	@BeforeAll
	static void display() {
		if (GraphicsEnvironment.isHeadless()) {
			System.out.println("*** The tests of live windows were LEFT OUT: there is no display. Run them under xvfb-run. ***");
			Assumptions.abort("no display");
		}
	}

	private static AcquisitionStatus status(final AcquisitionState state) {
		final AcquisitionStatus status = new AcquisitionStatus();
		status.state = state;
		return status;
	}

	private static LivePanel panel() {
		LivePanel last = null;
		// of several the newest, should an earlier test have left one open
		for (final Frame frame : Frame.getFrames())
			if (frame instanceof LivePanel && frame.isShowing()) last = (LivePanel) frame;
		return last;
	}

	private static Button button(final Container container, final String label) {
		for (final Component c : container.getComponents()) {
			if (c instanceof Button && ((Button) c).getLabel().equals(label)) return (Button) c;
			final Button deeper = c instanceof Container ? button((Container) c, label) : null;
			if (deeper != null) return deeper;
		}
		return null;
	}

	private void await(final java.util.function.BooleanSupplier condition) throws Exception {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		while (!condition.getAsBoolean()) {
			assertTrue(System.currentTimeMillis() < end, () -> "waited in vain; failures " + reported + ", asked " + asked);
			Thread.sleep(20);
		}
	}

	@Test
	void imagesThatFailAreReportedOnceAndTheButtonsGoOn() throws Exception {
		final LivePreview preview = new LivePreview("movie", 1, null);
		preview.status(status(AcquisitionState.RUNNING));
		// no image can be made of it
		preview.frame(new LiveFrame("movie", 0, 0, new float[0], 0));
		final LiveWindows windows = LiveWindows.over(preview, controls, reported::add);
		await(() -> !reported.isEmpty());
		final LivePanel panel = panel();
		assertNotNull(panel);
		for (int i = 1; i < 4; i++)
			preview.frame(new LiveFrame("movie", 0, 0, new float[0], i));
		preview.status(status(AcquisitionState.PAUSED));
		await(() -> button(panel, "Resume").isEnabled());
		for (final String label : new String[] { "Resume", "Stop" }) {
			final Button button = button(panel, label);
			EventQueue.invokeAndWait(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
		}
		assertEquals(List.of("resume", "stop"), asked);
		windows.finish();
		await(() -> !button(panel, "Stop").isEnabled());
		assertEquals(1, reported.size(), reported::toString);
		EventQueue.invokeAndWait(panel::dispose);
	}
}
