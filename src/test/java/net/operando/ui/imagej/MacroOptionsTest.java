package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.scijava.Context;
import org.scijava.command.CommandInfo;

import net.operando.base.InvalidInputException;
import net.operando.ui.command.CommandCatalog;

class MacroOptionsTest {

	@Test
	void readsValuesBracketsAndFlags() {
		assertEquals(Map.of("file", "C:/my data/a=b.tdms", "lagseconds", "1.5", "comoving", "true", "dataset", ""),
			new MacroOptions("file=[C:/my data/a=b.tdms] lagSeconds=1.5  comoving dataset=[] ").values());
	}

	/** Fiji takes a key without a value for none at all. */
	@Test
	void recordsSwitchesWithTheirValue() {
		final Context context = CommandCatalog.newContext();
		try {
			final CommandInfo drift = new CommandCatalog(context).byLabel("Correct Drift").orElseThrow();
			assertEquals("rotation=true apply=false", RecordedLine.options(drift, Map.of("rotation", "true", "apply", "false")));
		}
		finally {
			context.dispose();
		}
	}

	@Test
	void refusesABracketThatIsNotClosed() {
		assertThrows(InvalidInputException.class, () -> new MacroOptions("file=[C:/my data"));
	}
}
