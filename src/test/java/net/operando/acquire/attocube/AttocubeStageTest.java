package net.operando.acquire.attocube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import com.sun.jna.ptr.IntByReference;

import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.StageLimits;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.port.SystemClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stage against a controller that behaves, and one that does not. */
class AttocubeStageTest {

	private static final StageLimits LIMITS = StageLimits.of(StagePosition.of(-100, -100, 0), StagePosition.of(100, 100, 50));
	/** Shorter than the fake is late, longer than a loaded machine takes for a local answer. */
	private static final int TIMEOUT_MS = 800;

	private FakeAmc amc;
	private AttocubeStage stage;

	@BeforeEach
	void start() throws IOException {
		amc = new FakeAmc();
		stage = AttocubeStage.of(new AmcController(new JsonRpcClient("localhost", amc.port(), TIMEOUT_MS)), LIMITS,
			new SystemClock());
	}

	@AfterEach
	void end() throws Exception {
		stage.close();
		amc.close();
	}

	@Test
	void positionsAreNanometresThere() {
		stage.moveTo(StagePosition.of(1.2345, -2, 3), 1000);
		final StagePosition at = stage.position();
		assertEquals(1.235, at.x_um(), 1e-9, "1234.5 nm, rounded to whole ones");
		assertEquals(-2, at.y_um(), 1e-9);
		assertEquals(3, at.z_um(), 1e-9);
		assertEquals("stage AMC at localhost", stage.name());
		assertEquals(List.of("amc.move.setControlTargetPosition[0,1235]", "amc.control.setControlOutput[0,true]",
			"amc.control.setControlMove[0,true]"), amc.methods().subList(0, 3));
	}

	@Test
	void aTornAnswerIsPutTogether() {
		amc.behave(FakeAmc.Manner.TORN);
		assertEquals(0, stage.position().x_um());
	}

	@ParameterizedTest
	@CsvSource({ "LATE,did not answer", "NEVER,did not answer", "WRONG_ID,another program", "NO_ID,without an id",
		"NO_JSON,no JSON", "CLOSING,closed the connection", "CLOSING_HALF_WAY,closed the connection",
		"ENDLESS,without end", "ERROR_OBJECT,Method not found", "NO_NUMBER,instead of a number" })
	void misbehaviourIsSaidAndForgotten(final FakeAmc.Manner manner, final String words) {
		stage.moveTo(StagePosition.of(5, 6, 7), 1000);
		amc.behave(manner);
		final String message = assertThrows(DeviceException.class, stage::position).getMessage();
		assertTrue(message.contains(words), message);
		// the next answer is that to the next request
		final StagePosition at = stage.position();
		assertEquals("5.0, 6.0, 7.0 um", at.toString());
	}

	@Test
	void refusalsAreInTheControllersWords() {
		amc.behave(FakeAmc.Manner.REFUSING, FakeAmc.Manner.BRACES_IN_TEXT);
		final String message = assertThrows(DeviceException.class, stage::position).getMessage();
		assertTrue(message.contains("error 5 (}not \"referenced\"{)"), message);
	}

	@Test
	void aStageThatDoesNotArriveIsStopped() {
		amc.neverArrive();
		final String message = assertThrows(DeviceTimeoutException.class, () -> stage.moveTo(StagePosition.of(1, 1, 1), 100))
			.getMessage();
		assertTrue(message.contains("axis 0"), message);
		for (int axis = 0; axis < 3; axis++)
			assertTrue(amc.methods().contains("amc.control.setControlMove[" + axis + ",false]"));
	}

	@Test
	void aMoveThatFailsHalfWayIsStopped() {
		// the second axis' target is refused
		amc.behave(FakeAmc.Manner.WELL, FakeAmc.Manner.WELL, FakeAmc.Manner.WELL, FakeAmc.Manner.REFUSING);
		assertThrows(DeviceException.class, () -> stage.moveTo(StagePosition.of(1, 1, 1), 1000));
		assertTrue(amc.methods().contains("amc.control.setControlMove[0,false]"));
	}

	@Test
	void beyondTheLimitsNothingIsSent() {
		assertThrows(DeviceException.class, () -> stage.moveTo(StagePosition.of(0, 0, 51), 1000));
		assertEquals(List.of(), amc.methods());
	}

	@Test
	void nobodyThereIsSaid() throws Exception {
		amc.close();
		final String message = assertThrows(DeviceException.class, stage::position).getMessage();
		assertTrue(message.contains("controller at localhost") && message.contains("check its power"), message);
	}

	@Test
	void theEccIsDrivenThroughItsLibrary() {
		final FakeEcc ecc = new FakeEcc();
		try (AttocubeStage usb = AttocubeStage.of(EccController.open(ecc, 0), LIMITS, new SystemClock())) {
			usb.moveTo(StagePosition.of(1, 2, 3), 1000);
			assertEquals("1.0, 2.0, 3.0 um", usb.position().toString());
			ecc.error = 4;
			assertTrue(assertThrows(DeviceException.class, usb::position).getMessage().contains("error 4"));
			ecc.error = 0;
			ecc.inRange = 0;
			assertThrows(DeviceTimeoutException.class, () -> usb.moveTo(StagePosition.of(0, 0, 0), 50));
			assertEquals(0, ecc.moving[0] + ecc.moving[1] + ecc.moving[2], "stopped");
		}
		assertTrue(ecc.closed);
		ecc.error = 3;
		assertTrue(assertThrows(DeviceException.class, () -> EccController.open(ecc, 1)).getMessage().contains(
			"could not be connected (error 3)"));
		assertTrue(assertThrows(DeviceException.class, () -> AttocubeStage.ecc100(0, LIMITS, new SystemClock())).getMessage()
			.contains("library ecc"));
	}

	/** The library's functions on three numbers. */
	private static final class FakeEcc implements EccLibrary {

		private final int[] nm = new int[3];
		private final int[] moving = new int[3];
		private int error;
		private int inRange = 1;
		private boolean closed;

		@Override
		public int ECC_Connect(final int index, final IntByReference handle) {
			handle.setValue(42);
			return error;
		}

		@Override
		public int ECC_Close(final int handle) {
			closed = handle == 42;
			return error;
		}

		@Override
		public int ECC_getPosition(final int handle, final int axis, final IntByReference position) {
			position.setValue(nm[axis]);
			return error;
		}

		@Override
		public int ECC_controlTargetPosition(final int handle, final int axis, final IntByReference target, final int set) {
			nm[axis] = target.getValue();
			return error;
		}

		@Override
		public int ECC_controlOutput(final int handle, final int axis, final IntByReference enable, final int set) {
			return error;
		}

		@Override
		public int ECC_controlMove(final int handle, final int axis, final IntByReference enable, final int set) {
			moving[axis] = enable.getValue();
			return error;
		}

		@Override
		public int ECC_getStatusMoving(final int handle, final int axis, final IntByReference status) {
			status.setValue(0);
			return error;
		}

		@Override
		public int ECC_getStatusTargetRange(final int handle, final int axis, final IntByReference status) {
			status.setValue(inRange);
			return error;
		}
	}
}
