package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.junit.jupiter.api.Test;

/** The Groovy templates are Groovy: TrackMate itself is in Fiji only, so they are parsed here and not run. */
class ScriptTemplatesTest {

	private static final String TEMPLATE = "/script_templates/Operando/Track_Fragments_with_TrackMate.groovy";

	private static String text() throws IOException {
		try (InputStream in = ScriptTemplatesTest.class.getResourceAsStream(TEMPLATE)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void parse(final String script) {
		final CompilationUnit unit = new CompilationUnit();
		unit.addSource("template.groovy", script);
		unit.compile(Phases.CONVERSION);
	}

	@Test
	void theTemplateParsesAsGroovy() throws Exception {
		final String script = text();
		// SciJava takes the lines of parameters out before Groovy sees the script
		parse(script.replaceAll("(?m)^#@.*$", ""));
		assertThrows(CompilationFailedException.class, () -> parse(script.replaceAll("(?m)^#@.*$", "") + "\ndef (("),
			"what is no Groovy is noticed");
	}

	@Test
	void everyParameterIsUsedAndDescribed() throws Exception {
		final Matcher m = Pattern.compile("(?m)^#@ (\\w+) \\((.*)\\) (\\w+)$").matcher(text());
		final List<String> names = new ArrayList<>();
		while (m.find()) {
			names.add(m.group(3));
			assertTrue(m.group(2).contains("label = ") && m.group(2).contains("description = "), m.group());
			assertTrue(Pattern.compile("\\b" + m.group(3) + "\\b").matcher(text().substring(text().indexOf("import "))).find(), m
				.group(3) + " is used");
		}
		assertEquals(List.of("labels", "tracksFile", "stepUm", "splitUm"), names);
	}
}
