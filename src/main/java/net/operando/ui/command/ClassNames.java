package net.operando.ui.command;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

/** The classes that a class file names, from its constant pool (Java virtual machine specification, 4.4). */
public final class ClassNames {

	private ClassNames() {}

	/**
	 * @param classFile a class file, which is left open
	 * @return names as a/b/C, its own among them
	 * @throws IOException if it is no class file
	 */
	public static Set<String> in(final InputStream classFile) throws IOException {
		final DataInputStream in = new DataInputStream(classFile);
		if (in.readInt() != 0xCAFEBABE) throw new IOException("This is no class file.");
		in.readInt();
		final int count = in.readUnsignedShort();
		final String[] texts = new String[count];
		final int[] classes = new int[count];
		for (int i = 1; i < count; i++) {
			final int tag = in.readUnsignedByte();
			if (tag == 1) texts[i] = in.readUTF();
			else if (tag == 7) classes[i] = in.readUnsignedShort();
			else in.readFully(new byte[length(tag)]);
			// a long or a double takes two places
			if (tag == 5 || tag == 6) i++;
		}
		final Set<String> names = new TreeSet<>();
		for (final int index : classes)
			if (index > 0) names.add(texts[index].replaceAll("^\\[+L?|;$", ""));
		return names;
	}

	private static int length(final int tag) throws IOException {
		switch (tag) {
			case 8:
			case 16:
			case 19:
			case 20:
				return 2;
			case 15:
				return 3;
			case 3:
			case 4:
			case 9:
			case 10:
			case 11:
			case 12:
			case 17:
			case 18:
				return 4;
			case 5:
			case 6:
				return 8;
			default:
				throw new IOException("The class file has an entry of unknown kind " + tag + ".");
		}
	}
}
