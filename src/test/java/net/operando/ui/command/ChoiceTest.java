package net.operando.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.analysis.differential.DifferentialForm;
import net.operando.base.InvalidInputException;

class ChoiceTest {

	@Test
	void acceptsEverySpelling() {
		for (final String text : new String[] { "Log Ratio", "log_ratio", "LOG-RATIO", " logratio " })
			assertEquals(DifferentialForm.LOG_RATIO, Choice.of(DifferentialForm.class, text, "form"));
	}

	@Test
	void refusesAnythingElseNamingKeyAndChoices() {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> Choice.of(DifferentialForm.class,
			"ratio", "form"));
		assertTrue(e.getMessage().contains("form") && e.getMessage().contains("symmetric"), e.getMessage());
	}

	@Test
	void numbersMayBeLeftOutButNotGarbled() {
		assertTrue(Double.isNaN(Choice.number(" ", "startx")));
		assertEquals(0.08, Choice.number("0.08", "startx"));
		assertThrows(InvalidInputException.class, () -> Choice.number("0,08", "startx"));
	}
}
