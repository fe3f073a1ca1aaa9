package net.operando.acquire.attocube;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;

/**
 * JSON-RPC 2.0 over one TCP connection, one request at a time. Answers may come in pieces, without line ends, or after their
 * request was given up: an answer belongs to its request by the id alone. A connection that fails is dropped, and made anew by the
 * next request, so that an old answer can never be taken for a new one. Thread-safe: requests wait for each other.
 */
final class JsonRpcClient implements AutoCloseable {

	/** Attocube's port. */
	static final int PORT = 9090;
	/** An answer comes within some ms. */
	static final int TIMEOUT_MS = 1000;

	/** No answer is near this long. */
	private static final int MOST_BYTES = 1 << 14;
	/** So many answers to requests that were given up may lie in the connection. */
	private static final int MOST_STALE = 16;

	private final String host;
	private final int port;
	private final int timeoutMs;
	private final Gson gson = new Gson();
	private Socket socket;
	private InputStream in;
	private int lastId;

	JsonRpcClient(final String host, final int port, final int timeoutMs) {
		this.host = host;
		this.port = port;
		this.timeoutMs = timeoutMs;
	}

	String host() {
		return host;
	}

	/**
	 * Calls a method.
	 *
	 * @return the elements of the answer's result: numbers, texts, booleans or null
	 * @throws DeviceTimeoutException if no answer comes in time
	 * @throws DeviceException if the connection fails, or the answer is an error or none of JSON-RPC
	 */
	synchronized List<Object> call(final String method, final Object... parameters) {
		final int id = ++lastId;
		final JsonObject request = new JsonObject();
		request.addProperty("jsonrpc", "2.0");
		request.addProperty("method", method);
		request.add("params", gson.toJsonTree(parameters));
		request.addProperty("id", id);
		request.addProperty("api", 2);
		boolean answered = false;
		try {
			connect();
			socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
			final List<Object> result = result(answer(id, method), method);
			answered = true;
			return result;
		}
		catch (final SocketTimeoutException e) {
			throw new DeviceTimeoutException(name(), "did not answer " + method + " within " + timeoutMs +
				" ms: check its cable and that no other program holds it.", e);
		}
		catch (final IOException e) {
			throw new DeviceException(name(), "lost its connection during " + method + " (" + e.getMessage() +
				"): check its power, cable and address.", e);
		}
		finally {
			if (!answered) drop();
		}
	}

	private String name() {
		return "controller at " + host;
	}

	private void connect() throws IOException {
		if (socket != null) return;
		final Socket fresh = new Socket();
		try {
			fresh.connect(new InetSocketAddress(host, port), timeoutMs);
			fresh.setTcpNoDelay(true);
			in = new BufferedInputStream(fresh.getInputStream());
			socket = fresh;
		}
		finally {
			if (socket == null) fresh.close();
		}
	}

	private JsonObject answer(final int id, final String method) throws IOException {
		final long until = System.nanoTime() + 1_000_000L * timeoutMs;
		for (int stale = 0; stale <= MOST_STALE; stale++) {
			final String text = nextObject(until);
			final JsonObject answer;
			try {
				answer = JsonParser.parseString(text).getAsJsonObject();
			}
			catch (final JsonParseException | IllegalStateException e) {
				throw new DeviceException(name(), "answered " + method + " with what is no JSON: update its firmware.", e);
			}
			final JsonElement got = answer.get("id");
			if (got == null || !got.isJsonPrimitive()) throw new DeviceException(name(), "answered " + method +
				" without an id, so it is not known what it answered: update its firmware.");
			final double number = got.getAsJsonPrimitive().isNumber() ? got.getAsDouble() : Double.NaN;
			if (number == id) return answer;
			// one that was given up may still come; one that was never asked for may not
			if (!(number < id)) throw new DeviceException(name(), "answered " + method + " with the id " + got +
				" instead of " + id + ": another program may be using it.");
		}
		throw new DeviceException(name(), "gave " + MOST_STALE + " answers to other requests than " + method +
			": another program may be using it.");
	}

	/** The next text from a brace to the one that closes it; braces inside of strings do not count. */
	private String nextObject(final long until) throws IOException {
		final StringBuilder text = new StringBuilder();
		int depth = 0;
		boolean quoted = false;
		boolean escaped = false;
		for (int n = 0; n < MOST_BYTES; n++) {
			final long left = (until - System.nanoTime()) / 1_000_000;
			if (left <= 0) throw new SocketTimeoutException();
			socket.setSoTimeout((int) left);
			final int b = in.read();
			if (b < 0) throw new IOException("it closed the connection");
			if (depth == 0 && b != '{') continue;
			text.append((char) b);
			if (escaped) escaped = false;
			else if (quoted) {
				if (b == '\\') escaped = true;
				else if (b == '"') quoted = false;
			}
			else if (b == '"') quoted = true;
			else if (b == '{') depth++;
			else if (b == '}' && --depth == 0) return text.toString();
		}
		throw new DeviceException(name(), "sends without end what is no answer: check that its address is that of the stage controller.");
	}

	private List<Object> result(final JsonObject answer, final String method) {
		final JsonElement error = answer.get("error");
		if (error != null && !error.isJsonNull()) throw new DeviceException(name(), "refused " + method + ": " + error + ".");
		final JsonElement result = answer.get("result");
		final JsonArray elements = new JsonArray();
		if (result != null && result.isJsonArray()) elements.addAll(result.getAsJsonArray());
		else if (result != null) elements.add(result);
		final List<Object> values = new ArrayList<>();
		for (final JsonElement e : elements)
			values.add(!e.isJsonPrimitive() ? null : e.getAsJsonPrimitive().isBoolean() ? (Object) e.getAsBoolean() : e
				.getAsJsonPrimitive().isNumber() ? (Object) e.getAsDouble() : e.getAsString());
		return values;
	}

	private void drop() {
		if (socket == null) return;
		try {
			socket.close();
		}
		catch (final IOException e) {
			// it is given up anyway
		}
		socket = null;
	}

	@Override
	public synchronized void close() {
		drop();
	}
}
