package net.operando.ui.command.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scijava.Context;

import ij.ImagePlus;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.OperandoCommand;

/** What SimulateRodCommand shows: two calibrated images, nothing written where no folder was asked for. */
class SimulateRodOutputsTest {

	@Test
	void bothKymographsAreShownCalibrated() {
		final Context context = CommandCatalog.newContext();
		try {
			final CommandCall call = new CommandCall(context, new CommandCatalog(context).byClass(SimulateRodCommand.class
				.getName()).orElseThrow());
			for (final Map.Entry<String, String> given : Map.of("seconds", "20", "cells", "100", "lagseconds", "2").entrySet())
				call.setText(CommandCatalog.inputs(call.info()).stream().filter(i -> CommandCatalog.key(i).equals(given.getKey()))
					.findFirst().orElseThrow(), given.getValue());
			final OperandoCommand command = call.run();
			assertNull(command.failure());
			assertTrue(command.written().isEmpty());
			final ImagePlus composition = (ImagePlus) call.output("composition");
			final ImagePlus rate = (ImagePlus) call.output("rate");
			assertEquals(101, composition.getHeight(), "a position per cell face");
			// 20 s in tenths of the lag of 2 s, and both ends
			assertEquals(101, composition.getWidth());
			assertEquals(91, rate.getWidth(), "the first rate spans the first lag");
			assertEquals(0.204, rate.getCalibration().pixelHeight, 1e-9);
			assertEquals(0.2, rate.getCalibration().pixelWidth, 1e-9);
			assertEquals(1, rate.getCalibration().getX(0), 1e-6, "stamped at the middle of its interval");
			assertEquals(0.08f, composition.getProcessor().getf(0, 50), 1e-6f);
			assertTrue(rate.getProcessor().getf(0, 0) > 0, "lithium goes in at the end");
		}
		finally {
			context.dispose();
		}
	}
}
