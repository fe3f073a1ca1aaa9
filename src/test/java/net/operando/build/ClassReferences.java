package net.operando.build;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Classes in jars and the classes they name, from the constant pools (Java virtual machine specification, 4.4). */
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
				try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
					addNames(in, names, jar + "!" + entry.getName());
				}
			}
		}
		return names;
	}

	private static void addNames(final DataInputStream in, final Set<String> names, final String what)
		throws IOException
	{
		if (in.readInt() != 0xCAFEBABE) throw new IOException(what + " is no class file.");
		in.skipNBytes(4);
		final int count = in.readUnsignedShort();
		final String[] texts = new String[count];
		final int[] classes = new int[count];
		for (int i = 1; i < count; i++) {
			final int tag = in.readUnsignedByte();
			switch (tag) {
				case 1 -> texts[i] = in.readUTF();
				case 7 -> classes[i] = in.readUnsignedShort();
				case 8, 16, 19, 20 -> in.skipNBytes(2);
				case 15 -> in.skipNBytes(3);
				case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
				case 5, 6 -> {
					in.skipNBytes(8);
					// a long or a double takes two places
					i++;
				}
				default -> throw new IOException(what + " has an entry of unknown kind " + tag + ".");
			}
		}
		for (final int index : classes)
			if (index > 0) names.add(texts[index].replaceAll("^\\[+L?|;$", ""));
	}
}
