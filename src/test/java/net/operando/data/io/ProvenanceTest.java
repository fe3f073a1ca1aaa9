package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class ProvenanceTest {

	/** Tests run from the classes, so the version is that of the sources. */
	@Test
	void namesThePomsVersionWhenRunFromSources() throws Exception {
		final String pom = Files.readString(Path.of(System.getProperty("project.basedir", "."), "pom.xml"));
		final Matcher own = Pattern.compile("<artifactId>operando_plugins</artifactId>\\s*<version>([^<]+)</version>").matcher(
			pom);
		assertTrue(own.find());
		assertEquals(own.group(1) + "-sources", Provenance.version());
		assertTrue(Provenance.of("Test", List.of(), List.of(), List.of()).toJson().contains(own.group(1) + "-sources"));
	}
}
