package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class JsonTest {

	static final class Inner {

		double width_um = 3.5;
	}

	static final class Outer {

		double lagSeconds = 1;
		double floor = Double.NaN;
		String form = "Fractional";
		Inner rod = new Inner();
	}

	@Test
	void goesBothWaysWithNanAsNull() {
		final String text = Json.write(new Outer());
		assertTrue(text.contains("\"floor\": null"), text);
		assertTrue(text.contains("\"lagSeconds\": 1,"), text);
		final Outer back = Json.read(text, Outer.class, "the test");
		assertTrue(Double.isNaN(back.floor));
		assertEquals(3.5, back.rod.width_um);
	}

	@Test
	void whatIsNotGivenKeepsItsDefault() {
		final Outer o = Json.read("{\"rod\": {\"width_um\": 2}}", Outer.class, "the test");
		assertEquals("Fractional", o.form);
		assertEquals(2, o.rod.width_um);
	}

	@Test
	void refusesMisspeltKeysAtAnyDepthNamingThem() {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> Json.read("{\"lagseconds\": 2}",
			Outer.class, "the test"));
		assertTrue(e.getMessage().contains("'lagseconds'") && e.getMessage().contains("lagSeconds"), e.getMessage());
		final InvalidInputException deep = assertThrows(InvalidInputException.class, () -> Json.read(
			"{\"rod\": {\"width\": 2}}", Outer.class, "the test"));
		assertTrue(deep.getMessage().contains("rod.width"), deep.getMessage());
	}

	@Test
	void refusesWhatIsNoJsonOrOfTheWrongKind() {
		for (final String bad : new String[] { "", "[1]", "{\"lagSeconds\": \"fast\"}", "{\"lagSeconds\": 1", "7" })
			assertThrows(InvalidInputException.class, () -> Json.read(bad, Outer.class, "the test"), bad);
	}
}
