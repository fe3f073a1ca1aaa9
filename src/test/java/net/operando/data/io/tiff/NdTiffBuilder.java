package net.operando.data.io.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes small NDTiff sets for tests. The frames lie in a file that {@link TiffBuilder} makes. */
final class NdTiffBuilder {

	final TiffBuilder tiff;
	/** One of each frame. */
	final List<String> axes = new ArrayList<>();
	final List<String> metadata = new ArrayList<>();
	String fileName = "set_NDTiffStack.tif";
	int pixelType = 1;

	NdTiffBuilder(final int width, final int height, final int frames) {
		tiff = new TiffBuilder(width, height, frames);
	}

	/** Writes the set and returns its folder. */
	Path write(final Path folder) throws IOException {
		tiff.microManager = metadata.toArray(new String[0]);
		Files.createDirectories(folder);
		final byte[] stack = tiff.build();
		Files.write(folder.resolve(fileName), stack);
		Files.write(folder.resolve("NDTiff.index"), index(stack));
		return folder;
	}

	private byte[] index(final byte[] stack) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < axes.size(); i++) {
			final byte[] a = axes.get(i).getBytes(StandardCharsets.UTF_8);
			final byte[] n = fileName.getBytes(StandardCharsets.UTF_8);
			final int length = metadata.get(i).getBytes(StandardCharsets.UTF_8).length;
			final ByteBuffer b = ByteBuffer.allocate(8 + a.length + n.length + 32).order(ByteOrder.LITTLE_ENDIAN);
			b.putInt(a.length).put(a).putInt(n.length).put(n);
			b.putInt(tiff.data.get(i).intValue()).putInt(tiff.width).putInt(tiff.height).putInt(pixelType).putInt(0);
			b.putInt(find(stack, metadata.get(i), tiff.directories.get(i).intValue())).putInt(length).putInt(0);
			out.write(b.array());
		}
		return out.toByteArray();
	}

	private static int find(final byte[] in, final String text, final int from) {
		return new String(in, StandardCharsets.ISO_8859_1).indexOf(new String(text.getBytes(StandardCharsets.UTF_8),
			StandardCharsets.ISO_8859_1), from);
	}
}
