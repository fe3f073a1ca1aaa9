package net.operando.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import net.operando.base.InvalidInputException;
import net.operando.ui.command.diffusion.GittCommand;
import net.operando.ui.command.measure.DifferentialCommand;
import net.operando.ui.command.measure.FrontVelocitiesCommand;

/** {@link InputNames}: what dialogs, macros and the command line call an input when they refuse it ({@link CommandCall}). */
class InputNamesTest {

	private static String refusal(final Class<?> command, final String key, final String text) {
		final Context context = CommandCatalog.newContext();
		try {
			final CommandInfo info = new CommandCatalog(context).byClass(command.getName()).orElseThrow();
			final ModuleItem<?> item = CommandCatalog.inputs(info).stream().filter(i -> CommandCatalog.key(i).equals(key)).findFirst()
				.orElseThrow();
			return assertThrows(InvalidInputException.class, () -> new CommandCall(context, info).setText(item, text)).getMessage();
		}
		finally {
			context.dispose();
		}
	}

	@Test
	void aWrongInputIsNamedByLabelAndKey() {
		assertEquals("'1,5' is not a number for Lag (lagseconds): use a decimal point, for example lagseconds=1.5.", refusal(
			DifferentialCommand.class, "lagseconds", "1,5"));
		assertEquals("'many' is not a whole number for Most fronts (maxfronts): give one, for example maxfronts=1.", refusal(
			FrontVelocitiesCommand.class, "maxfronts", "many"));
		assertEquals("'soon' is not a number for From (fromseconds): use a decimal point, or leave it out.", refusal(
			FrontVelocitiesCommand.class, "fromseconds", "soon"));
		assertEquals("'Both' is no choice of form: use one of [Fractional, Symmetric, Log Ratio].", refusal(
			DifferentialCommand.class, "form", "Both"));
	}

	/** Java would read these, and no measurement means them. */
	@Test
	void whatIsNoDecimalNumberIsRefused() {
		for (final String text : new String[] { "NaN", "Infinity", "-Infinity", "1e999", "1d", "0x1p3", "1.2.3", "", "e5", "." })
			refusal(DifferentialCommand.class, "lagseconds", text);
		for (final String text : new String[] { "NaN", "Infinity", "1f" })
			assertThrows(InvalidInputException.class, () -> Choice.number(text, "From"));
		assertEquals(-1.5e-3, Choice.number(" -1.5e-3 ", "From"));
		assertEquals(5, Choice.number("5.", "From"));
	}

	@Test
	void aSentenceOfTheAnalysisNamesTheLabelToo() {
		assertEquals("A lag of -1 s cannot be meant: give Lag (lagseconds) above 0.", InputNames.spelled(DifferentialCommand.class,
			"A lag of -1 s cannot be meant: give lagseconds above 0."));
		assertEquals("The curve cannot be scaled: give Scale at x (scalex).", InputNames.spelled(GittCommand.class,
			"The curve cannot be scaled: give scalex."));
		assertEquals("Most fronts (maxfronts) is 0: give 1 or more.", InputNames.spelled(FrontVelocitiesCommand.class,
			"maxfronts is 0: give 1 or more."));
		// a key in its label, one of another command, key=value, and what is named already stay
		final String as = "A floor of -1: give floor, widthpx, lagseconds=1 or Lag (lagseconds).";
		assertEquals(as, InputNames.spelled(DifferentialCommand.class, as));
		assertEquals("outputs", InputNames.spelled(DifferentialCommand.class, "outputs"));
		assertEquals(null, InputNames.spelled(DifferentialCommand.class, null));
		assertEquals("nothing", InputNames.of(DifferentialCommand.class, "nothing"));
	}
}
