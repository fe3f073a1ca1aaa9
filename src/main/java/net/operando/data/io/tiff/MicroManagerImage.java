package net.operando.data.io.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * What Micro-Manager (1.4 and 2.0) and NDTiff write about one image: coordinates, elapsed time, wall clock, pixel size.
 * Keys that are absent leave the value unknown. Immutable after reading.
 */
final class MicroManagerImage {

	/** Coordinates, counted from 0; -1 if unknown. */
	int frame = -1;
	int channel = -1;
	int slice = -1;
	int position = -1;
	/** Milliseconds since the start of the sequence; NaN if unknown. */
	double elapsedMilliseconds = Double.NaN;
	/** The host's clock when the image arrived, as written; empty if unknown. */
	String received = "";
	double pixelSizeMicrometres = Double.NaN;
	String fileName = "";
	/** Whether the text ran from brace to brace: text that was moved in the file does not. */
	private boolean framed;
	private final Map<String, String> axes = new HashMap<>();

	/** Reads the JSON of one image; what cannot be read stays unknown. */
	static MicroManagerImage parse(final String json) {
		final MicroManagerImage image = new MicroManagerImage();
		final String text = json.trim();
		image.framed = text.startsWith("{") && text.endsWith("}");
		try (JsonReader in = new JsonReader(new StringReader(json))) {
			image.read(in);
		}
		catch (final IOException | IllegalStateException | NumberFormatException e) {
			// a damaged description leaves its image undescribed; the readers say so where they need it
			return image;
		}
		return image;
	}

	/** Reads one object. */
	void read(final JsonReader in) throws IOException {
		in.beginObject();
		String time = "";
		while (in.hasNext()) {
			final String key = in.nextName();
			if (in.peek() == JsonToken.BEGIN_OBJECT && "Axes".equals(key)) readAxes(in);
			else if (in.peek() != JsonToken.NUMBER && in.peek() != JsonToken.STRING) in.skipValue();
			else if ("FrameIndex".equals(key)) frame = whole(in.nextString());
			else if ("ChannelIndex".equals(key)) channel = whole(in.nextString());
			else if ("SliceIndex".equals(key)) slice = whole(in.nextString());
			else if ("PositionIndex".equals(key)) position = whole(in.nextString());
			else if ("ElapsedTime-ms".equals(key)) elapsedMilliseconds = number(in.nextString());
			else if ("PixelSizeUm".equals(key)) pixelSizeMicrometres = number(in.nextString());
			else if ("ReceivedTime".equals(key)) received = in.nextString();
			else if ("Time".equals(key)) time = in.nextString();
			else if ("FileName".equals(key)) fileName = in.nextString();
			else in.skipValue();
		}
		in.endObject();
		if (received.isEmpty()) received = time;
		frame = axis("time", frame);
		channel = axis("channel", channel);
		slice = axis("z", slice);
		position = axis("position", position);
	}

	/** Whether its description ran from brace to brace. */
	boolean isFramed() {
		return framed;
	}

	/** Whether it says to be the image of a frame, channel and slice; what it does not say contradicts nothing. */
	boolean isAt(final int t, final int c, final int z) {
		return (frame < 0 || frame == t) && (channel < 0 || channel == c) && (slice < 0 || slice == z);
	}

	private void readAxes(final JsonReader in) throws IOException {
		in.beginObject();
		while (in.hasNext()) {
			final String name = in.nextName();
			if (in.peek() == JsonToken.NUMBER || in.peek() == JsonToken.STRING) axes.put(name, in.nextString());
			else in.skipValue();
		}
		in.endObject();
	}

	private int axis(final String name, final int ifAbsent) {
		final String value = axes.get(name);
		return value == null ? ifAbsent : whole(value);
	}

	/** Elapsed time in s; NaN if unknown. */
	double elapsedSeconds() {
		return elapsedMilliseconds / 1000;
	}

	/** The instant at which the image arrived; null where no zone is written, for a local time is no instant. */
	Instant receivedInstant() {
		return RecordedInstant.parse(received, null);
	}

	/** Whether a time is written, but without its zone. */
	boolean lacksZone() {
		return receivedInstant() == null && RecordedInstant.parse(received, ZoneOffset.UTC) != null;
	}

	/** Whether the clock is given to fractions of a second. */
	boolean hasFineClock() {
		return received.matches(".*:\\d\\d\\.\\d+.*");
	}

	private static int whole(final String text) {
		final double value = number(text);
		return value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value) ? (int) value : -1;
	}

	private static double number(final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}
}
