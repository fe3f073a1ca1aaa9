package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import net.operando.base.Progress;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.RodSimulation;
import net.operando.model.phasefield.SimulationOptions;

import org.junit.jupiter.api.Test;

class FrontWindowTest {

	/** A window in a few words; rates over 1 s hold nothing of an event 0.51 s away. */
	private static List<String> windows(final Protocol protocol) {
		return FrontWindow.of(RodSimulation.run(Material.nwo(), Rod.standard().withStartX(0.4), protocol, SimulationOptions
			.standard().withCells(40).withOutput(1, 1000), Progress.NONE), protocol, 1).stream().map(w -> String.format(Locale.ROOT,
				"%s %.2f %.2f %s %s", w.piece().id(), w.fromSeconds(), w.toSeconds(), w.isFromOnset(), w.isOnly())).collect(
					Collectors.toList());
	}

	@Test
	void aRodThatNothingBefallsHasOne() {
		assertEquals(List.of("P1 2.00 22.00 true true"), windows(Protocol.of(ProtocolStep.rest(2), ProtocolStep.current(2,
			20))));
	}

	@Test
	void everyEventBeginsNewOnesAndWhatHasNoContactHasNone() {
		assertEquals(List.of("P1 0.00 9.49 true false", "P1.1 10.51 19.49 false false", "P1.2 10.51 19.49 false false",
			"P1.1 20.51 30.00 false false"), windows(Protocol.current(2, 30).withCrack(10, 8).withContactLoss(20, 15)));
	}

	@Test
	void aCrackFromTheStartLeavesItsPiecesTheOnset() {
		assertEquals(List.of("P1.1 0.00 20.00 true false", "P1.2 0.00 20.00 true false"), windows(Protocol.current(2, 20)
			.withCrack(0, 8)));
	}

	@Test
	void withoutACurrentThereIsNone() {
		assertEquals(List.of(), windows(Protocol.of(ProtocolStep.rest(5))));
	}
}
