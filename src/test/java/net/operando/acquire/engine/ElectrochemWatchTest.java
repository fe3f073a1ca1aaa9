package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.plan.CellSettings;
import net.operando.acquire.plan.Condition;
import net.operando.acquire.plan.Quantity;
import net.operando.acquire.plan.Rule;
import net.operando.acquire.plan.RuleAction;
import net.operando.acquire.recording.DiskGate;
import net.operando.acquire.recording.Recording;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.movie.PixelType;

/** {@link ElectrochemWatch} along a growing file, and {@link ConditionWatch} and {@link Rules} on what it says. */
class ElectrochemWatchTest {

	private static final long S = 1_000_000_000L;

	@TempDir
	Path folder;
	private Path file;
	private Recording recording;

	@BeforeEach
	void begin() throws IOException {
		file = folder.resolve("cell.csv");
		Files.writeString(file, "time_s,voltage_V,current_A\n0,3.0,0\n1,3.0,-0.001\n");
		recording = Recording.start(folder.resolve("r"), RecordingInfo.of("none", "plan", 0, Instant.EPOCH, 8, false, List.of(StreamInfo.of(
			"movie", 4, 4, PixelType.UINT16, 0.07))), "{}", DiskGate.OPEN);
	}

	private void rows(final String text) throws IOException {
		Files.writeString(file, text, StandardOpenOption.APPEND);
	}

	/** 1 mAh of 10 mg at 178.25 mAh/g takes x by 1/1.7825 = .561; the charge before the recording belongs to its first x. */
	@Test
	void chargeAndXFollowTheFile() throws IOException {
		final ElectrochemWatch watch = new ElectrochemWatch(file, CellSettings.of(10, 0.08), recording);
		assertTrue(Double.isNaN(watch.volts()));
		watch.look(10 * S);
		assertEquals(3.0, watch.volts());
		assertEquals(0.08, watch.x(), 1e-12);
		rows("101,2.5,-0.036\n201,2.4,-0.036\n30");
		watch.look(11 * S);
		assertEquals(2.4, watch.volts(), "the row that is not complete is not taken");
		// trapezium of 1 and 36 mA over 100 s, then 36 mA over 100 s
		final double first = (0.5 * 100 * 0.037 + 100 * 0.036) / 3.6;
		assertEquals(0.08 + first / (0.010 * 178.25), watch.x(), 1e-9);
		rows("1,2.3,-0.036\n");
		watch.look(12 * S);
		assertEquals(0.08 + (first + 1) / (0.010 * 178.25), watch.x(), 1e-9);
		// a pause in the file is not a current that flowed
		rows("2000,2.6,0\n");
		watch.look(13 * S);
		assertEquals(0.08 + (first + 1) / (0.010 * 178.25), watch.x(), 1e-9);
		assertEquals(0, watch.amperes());
	}

	@Test
	void samplesAreLoggedWithTheLooksTheyCameBetween() throws IOException {
		final ElectrochemWatch watch = new ElectrochemWatch(file, CellSettings.unknown(), recording);
		watch.look(10 * S);
		rows("2,2.9,-0.001\n");
		watch.look(11 * S);
		assertTrue(Double.isNaN(watch.x()), "the cell is not known");
		final RawExposure raw = new RawExposure();
		raw.frame = new net.operando.acquire.port.CameraFrame(new short[16], 11 * S + S / 4, Double.NaN, -1);
		watch.describe(raw);
		assertEquals(2.9, raw.volts);
		assertEquals(0.25, raw.sampleAgeSeconds, 1e-9);
		recording.close();
		final List<String> lines = Files.readAllLines(folder.resolve("r/samples.csv"));
		assertEquals("cell.csv,2.0,2.9,-0.001,10000000000,11000000000", lines.get(lines.size() - 1));
	}

	@Test
	void withoutAPotentiostatNothingIsKnown() throws IOException {
		final ElectrochemWatch watch = new ElectrochemWatch(null, CellSettings.of(10, 0.08), recording);
		watch.look(S);
		assertTrue(Double.isNaN(watch.volts()) && Double.isNaN(watch.amperes()) && Double.isNaN(watch.x()));
	}

	@Test
	void aConditionMustHoldForItsTimeAndBecomesTrueOnce() {
		final ConditionWatch watch = new ConditionWatch(Condition.above(Quantity.CURRENT_A, 1e-6).ofMagnitude().withHoldSeconds(2));
		final List<Long> became = new ArrayList<>();
		final double[] amperes = { 0, -2e-6, Double.NaN, -2e-6, 2e-6, -2e-6, -2e-6, -2e-6, 0, -2e-6, -2e-6, -2e-6 };
		for (int t = 0; t < amperes.length; t++)
			if (watch.becomesTrue(amperes[t], t * S)) became.add((long) t);
		// from 3 s on without a break, either sign; what is not known breaks it, as the rest at 8 s does
		assertEquals(List.of(5L, 11L), became);
		watch.restart();
		assertFalse(watch.isTrue(-2e-6, 12 * S), "begins anew");
	}

	@Test
	void rulesActEachTimeTheirConditionBecomesTrueOrOnce() {
		final Condition lithiating = Condition.below(Quantity.CURRENT_A, -1e-6);
		final Rule always = Rule.of("always", lithiating, RuleAction.MARK);
		final Rule once = Rule.of("once", lithiating, RuleAction.STOP).onlyOnce();
		final Rules rules = new Rules(List.of(always, once));
		final List<String> acted = new ArrayList<>();
		final double[] amperes = { 0, -2e-6, -2e-6, 0, -2e-6 };
		for (int t = 0; t < amperes.length; t++) {
			final double now = amperes[t];
			for (final Rule due : rules.due(q -> q == Quantity.CURRENT_A ? now : Double.NaN, t * S))
				acted.add(t + " " + due.name());
		}
		assertEquals(List.of("1 always", "1 once", "4 always"), acted);
	}
}
