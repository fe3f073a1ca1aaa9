package net.operando.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import net.operando.ui.command.ClassNames;

/** Classes in jars and the classes they name. */
final class ClassReferences {

	private ClassReferences() {}

	/** Names of the classes in a jar, as a/b/C. */
	static Set<String> in(final Path jar) throws IOException {
		final Set<String> names = new LinkedHashSet<>();
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			for (final ZipEntry entry : Collections.list(zip.entries()))
				if (entry.getName().endsWith(".class")) names.add(entry.getName().substring(0, entry.getName().length() - 6));
		}
		return names;
	}

	/** Names of the classes that those of a jar name, their own among them. */
	static Set<String> namedBy(final Path jar) throws IOException {
		final Set<String> names = new TreeSet<>();
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			for (final ZipEntry entry : Collections.list(zip.entries())) {
				if (!entry.getName().endsWith(".class")) continue;
				try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
					names.addAll(ClassNames.in(in));
				}
			}
		}
		return names;
	}
}
