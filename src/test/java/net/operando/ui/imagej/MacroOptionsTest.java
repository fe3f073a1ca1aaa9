package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class MacroOptionsTest {

	@Test
	void readsValuesBracketsAndFlags() {
		assertEquals(Map.of("file", "C:/my data/a=b.tdms", "lagseconds", "1.5", "comoving", "true", "dataset", ""),
			new MacroOptions("file=[C:/my data/a=b.tdms] lagSeconds=1.5  comoving dataset=[] ").values());
	}

	@Test
	void refusesABracketThatIsNotClosed() {
		assertThrows(InvalidInputException.class, () -> new MacroOptions("file=[C:/my data"));
	}
}
