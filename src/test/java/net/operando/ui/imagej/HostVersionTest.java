package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;

import org.junit.jupiter.api.Test;
import org.scijava.Context;

import ij.IJ;

/** Which host's ImageJ and SciJava these tests run on: the oldest's, or with -Pnewest-hosts the newest's. */
class HostVersionTest {

	@Test
	void theHostIsTheOneAskedFor() {
		final String imageJ = System.getProperty("operando.host.imagej");
		final String sciJava = System.getProperty("operando.host.scijava");
		assertTrue(imageJ != null && sciJava != null, "run by Maven, which says which host is meant");
		// ImageJ.VERSION would be that of the compilation, since it is a constant
		assertEquals("ij-" + imageJ + ".jar", jar(IJ.class));
		assertEquals("scijava-common-" + sciJava + ".jar", jar(Context.class));
	}

	private static String jar(final Class<?> type) {
		return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getName();
	}
}
