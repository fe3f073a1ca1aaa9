package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.electrochem.ChargeParameters;
import net.operando.data.electrochem.ChargeState;
import net.operando.data.electrochem.ClockAlignment;
import net.operando.data.electrochem.CurrentSign;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.electrochem.HalfCycle;
import net.operando.data.electrochem.IntensityAlignmentParameters;
import net.operando.data.electrochem.StepParameters;
import net.operando.data.electrochem.Steps;
import net.operando.data.electrochem.Timeline;
import net.operando.data.io.Json;
import net.operando.data.io.TidyTable;

/** From a Gamry file to timeline.csv, cycles.csv and alignment.json, to the contract's columns. */
class ElectrochemTablesTest {

	@TempDir
	Path folder;

	@Test
	void tablesHaveTheContractsColumns() throws IOException {
		final CyclerRecording r = ElectrochemFiles.read(ElectrochemText.write(folder, "a.DTA", ElectrochemText.dta(
			"14/3/2026", "10:00:00", 60)), ElectrochemOptions.defaults(), Progress.NONE);
		final Steps steps = Steps.of(r, StepParameters.defaults());
		final ChargeState q = ChargeState.of(r, steps, ChargeParameters.defaults().withMassMg(1).withStartX(0.1));
		final TidyTable timeline = TimelineTable.of(Timeline.of(TimeAxis.of(0, 10, 100), ClockAlignment.given(0), steps, q));
		assertEquals("frame,time_s,voltage_V,current_A,charge_mAh_per_g,x,c_rate,step", timeline.toCsv().split("\n")[0]);
		assertEquals("constant_current", timeline.text(1, "step"));
		// 10 s at -1 mA and 1 mg: 2.78 mAh/g
		assertEquals(10 / 3.6, (double) timeline.cell(1, "charge_mAh_per_g"), 1e-12);
		assertEquals("3,100,,,,,,gap", timeline.toCsv().split("\n")[3]);
		final TidyTable cycles = CyclesTable.of(HalfCycle.of(steps, q));
		assertEquals("cycle,direction,c_rate,capacity_mAh_per_g,start_x,end_x", cycles.toCsv().split("\n")[0]);
		assertEquals("lithiation", cycles.text(0, "direction"));
		assertEquals(60 / 3.6, (double) cycles.cell(0, "capacity_mAh_per_g"), 1e-9);
		assertEquals(0.1, (double) cycles.cell(0, "start_x"), 1e-12);
	}

	@Test
	void alignmentAndParametersAreJsonBothWays() {
		final String json = Json.write(ClockAlignment.given(12.5));
		assertTrue(json.contains("\"offsetSeconds\": 12.5") && json.contains("\"driftPpm\": null"), json);
		final ClockAlignment back = Json.read(json, ClockAlignment.class, "the alignment");
		assertEquals(13.5, back.electrochemSeconds(1));
		assertEquals(CurrentSign.LITHIATION_POSITIVE, Json.read(Json.write(ChargeParameters.defaults().withCurrentSign(
			CurrentSign.LITHIATION_POSITIVE)), ChargeParameters.class, "the charge parameters").currentSign());
		assertEquals(0.002, Json.read("{}", StepParameters.class, "the step parameters").holdToleranceVolts());
		assertEquals(DateOrder.MDY, Json.read("{\"dateOrder\": \"MDY\"}", ElectrochemOptions.class, "the options").dateOrder());
		assertEquals(45, Json.read("{\"windowSeconds\": 45}", IntensityAlignmentParameters.class, "the alignment parameters")
			.windowSeconds());
		assertThrows(InvalidInputException.class, () -> Json.read("{\"window\": 45}", IntensityAlignmentParameters.class,
			"the alignment parameters"));
	}
}
