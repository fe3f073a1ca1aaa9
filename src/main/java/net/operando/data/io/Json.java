package net.operando.data.io;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.TreeSet;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * JSON to and from parameter objects: fields by their Java name (units are in the names), NaN as null. A key that an
 * object does not have is refused rather than ignored, so that a misspelt parameter is never silently a default.
 */
public final class Json {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
		.serializeSpecialFloatingPointValues().serializeNulls().registerTypeAdapter(Double.class, new NanAsNull())
		.registerTypeAdapter(double.class, new NanAsNull()).create();

	private Json() {}

	/** The object as indented JSON with a final newline. */
	public static String write(final Object object) {
		return GSON.toJson(object) + "\n";
	}

	/** The object as a JSON tree, to be put into a larger one. */
	public static JsonElement tree(final Object object) {
		return GSON.toJsonTree(object);
	}

	/**
	 * Reads an object.
	 *
	 * @param json the text
	 * @param type a class with a no-argument constructor that sets defaults
	 * @param what what the text is, for the message ("the analysis parameters")
	 * @throws JsonException if it is no JSON, has a key the class lacks, or a value of the wrong kind
	 */
	public static <T> T read(final String json, final Class<T> type, final String what) {
		try {
			final JsonElement tree = JsonParser.parseString(json);
			if (!tree.isJsonObject()) throw new JsonException("The JSON of " + what +
				" is not an object in { }: start from one that Operando wrote.");
			refuseUnknownKeys(tree.getAsJsonObject(), type, what, "");
			return GSON.fromJson(tree, type);
		}
		catch (final JsonParseException | IllegalStateException | NumberFormatException e) {
			throw new JsonException("The JSON of " + what + " cannot be read (" + firstLine(e) +
				"): correct it, or start from one that Operando wrote.", e);
		}
	}

	private static void refuseUnknownKeys(final JsonObject object, final Class<?> type, final String what,
		final String path)
	{
		final TreeSet<String> known = new TreeSet<>();
		for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass())
			for (final Field field : c.getDeclaredFields())
				if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
					known.add(field.getName());
					final JsonElement value = object.get(field.getName());
					if (value != null && value.isJsonObject() && field.getType().getName().startsWith("net.operando."))
						refuseUnknownKeys(value.getAsJsonObject(), field.getType(), what, path + field.getName() + ".");
					else if (value != null && value.isJsonArray() && field.getType().isArray() && field.getType().getComponentType()
						.getName().startsWith("net.operando.")) for (int i = 0; i < value.getAsJsonArray().size(); i++)
						if (value.getAsJsonArray().get(i).isJsonObject()) refuseUnknownKeys(value.getAsJsonArray().get(i).getAsJsonObject(),
							field.getType().getComponentType(), what, path + field.getName() + "[" + i + "].");
				}
		for (final String key : object.keySet())
			if (!known.contains(key)) throw new JsonException("'" + path + key + "' is no key of " + what +
				": its keys are " + String.join(", ", known) + ".");
	}

	private static String firstLine(final Exception e) {
		final String message = String.valueOf(e.getMessage());
		final int end = message.indexOf('\n');
		// the classes' names say nothing to whoever wrote the file
		return (end < 0 ? message : message.substring(0, end)).replaceAll("(java|com\\.google\\.gson)[\\w.$]*Exception: ", "")
			.replaceAll("Use JsonReader.setLenient\\(true\\) to accept malformed JSON", "This is not JSON");
	}

	/** JSON has no NaN; null stands for it both ways. */
	private static final class NanAsNull extends com.google.gson.TypeAdapter<Double> {

		@Override
		public void write(final com.google.gson.stream.JsonWriter out, final Double value) throws java.io.IOException {
			if (value == null || value.isNaN() || value.isInfinite()) out.nullValue();
			else if (value == Math.rint(value) && Math.abs(value) < 1e15) out.value(value.longValue());
			else out.value(value);
		}

		@Override
		public Double read(final com.google.gson.stream.JsonReader in) throws java.io.IOException {
			if (in.peek() == com.google.gson.stream.JsonToken.NULL) {
				in.nextNull();
				return Double.NaN;
			}
			final String at = in.getPath().replaceFirst("^\\$\\.?", "");
			try {
				return in.nextDouble();
			}
			catch (final NumberFormatException | IllegalStateException e) {
				throw new JsonParseException((at.isEmpty() ? "a value" : at) + " is no number", e);
			}
		}
	}
}
