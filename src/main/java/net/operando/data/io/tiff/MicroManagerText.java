package net.operando.data.io.tiff;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import net.operando.base.Progress;

/**
 * The metadata.txt beside Micro-Manager images: one JSON object per image, by its coordinates and by its file name. Read
 * as a stream, since it is long; a file cut short counts up to its last whole image.
 */
final class MicroManagerText {

	private final Map<String, MicroManagerImage> byPlace = new HashMap<>();
	private final Map<String, MicroManagerImage> byFile = new HashMap<>();

	private MicroManagerText() {}

	/** @throws IOException if the file system fails */
	static MicroManagerText read(final Path path, final Progress progress) throws IOException {
		final MicroManagerText text = new MicroManagerText();
		try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8); JsonReader in = new JsonReader(reader)) {
			in.beginObject();
			while (in.hasNext()) {
				progress.checkCancelled();
				final String key = in.nextName();
				if (in.peek() != JsonToken.BEGIN_OBJECT || "Summary".equals(key)) {
					in.skipValue();
					continue;
				}
				final MicroManagerImage image = new MicroManagerImage();
				image.read(in);
				text.add(key, image);
			}
		}
		catch (final java.nio.charset.CharacterCodingException | com.google.gson.stream.MalformedJsonException |
				java.io.EOFException | IllegalStateException | NumberFormatException e) {
			// cut short or damaged: the images before this place are described, the others are not
			return text;
		}
		return text;
	}

	private void add(final String key, final MicroManagerImage image) {
		if (image.frame >= 0) byPlace.put(place(image.frame, image.channel, image.slice), image);
		final String named = image.fileName.isEmpty() ? key : image.fileName;
		byFile.put(named.substring(Math.max(named.lastIndexOf('/'), named.lastIndexOf('\\')) + 1), image);
	}

	/** What is written of the image at a place; null if nothing. */
	MicroManagerImage at(final int frame, final int channel, final int slice) {
		return byPlace.get(place(frame, channel, slice));
	}

	/** What is written of the image in a file; null if nothing. */
	MicroManagerImage of(final String fileName) {
		return byFile.get(fileName);
	}

	private static String place(final int frame, final int channel, final int slice) {
		return frame + "-" + channel + "-" + slice;
	}
}
