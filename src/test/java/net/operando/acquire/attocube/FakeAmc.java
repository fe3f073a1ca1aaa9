package net.operando.acquire.attocube;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A controller at a local port with three axes that arrive at once, and that misbehaves as told, one request each. */
final class FakeAmc implements AutoCloseable {

	/** How the next request is answered. */
	enum Manner {
		WELL, TORN, LATE, NEVER, WRONG_ID, NO_ID, NO_JSON, CLOSING, CLOSING_HALF_WAY, ENDLESS, ERROR_OBJECT, REFUSING,
		NO_NUMBER, BRACES_IN_TEXT
	}

	/** Longer than the clients in the tests wait. */
	static final int LATE_MS = 1200;

	private final ServerSocket server;
	private final Thread thread;
	private final BlockingQueue<Manner> manners = new LinkedBlockingQueue<>();
	private final List<String> methods = new CopyOnWriteArrayList<>();
	private final double[] nm = new double[3];
	private volatile boolean neverArrives;

	FakeAmc() throws IOException {
		server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		thread = new Thread(this::serve, "fake AMC");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return server.getLocalPort();
	}

	/** Answers of the next requests; after them all goes well. */
	void behave(final Manner... next) {
		manners.addAll(List.of(next));
	}

	void neverArrive() {
		neverArrives = true;
	}

	List<String> methods() {
		return methods;
	}

	private void serve() {
		while (!server.isClosed())
			try (Socket socket = server.accept();
					BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)))
			{
				for (String line = in.readLine(); line != null; line = in.readLine())
					if (!answer(JsonParser.parseString(line).getAsJsonObject(), socket.getOutputStream())) break;
			}
			catch (final IOException | InterruptedException e) {
				// the client is gone, which several tests make it be
			}
	}

	/** @return false to close the connection */
	private boolean answer(final JsonObject request, final OutputStream out) throws IOException, InterruptedException {
		final String method = request.get("method").getAsString().replace("com.attocube.", "");
		final JsonArray parameters = request.getAsJsonArray("params");
		methods.add(method + parameters);
		final Manner polled = manners.poll();
		final Manner manner = polled == null ? Manner.WELL : polled;
		final JsonObject answer = new JsonObject();
		answer.addProperty("jsonrpc", "2.0");
		answer.add("result", result(method, parameters, manner));
		if (manner != Manner.NO_ID) answer.addProperty("id", request.get("id").getAsInt() + (manner == Manner.WRONG_ID ? 7 : 0));
		if (manner == Manner.ERROR_OBJECT) {
			answer.remove("result");
			answer.add("error", JsonParser.parseString("{\"code\":-32601,\"message\":\"Method not found\"}"));
		}
		final byte[] text = answer.toString().getBytes(StandardCharsets.UTF_8);
		switch (manner) {
			case TORN:
				for (final byte b : text) {
					out.write(b);
					out.flush();
					Thread.sleep(1);
				}
				return true;
			case LATE:
				Thread.sleep(LATE_MS);
				out.write(text);
				return true;
			case NEVER:
				return true;
			case NO_JSON:
				out.write("{ what? }".getBytes(StandardCharsets.UTF_8));
				return true;
			case CLOSING:
				return false;
			case CLOSING_HALF_WAY:
				out.write(text, 0, text.length / 2);
				return false;
			case ENDLESS:
				out.write(new byte[1 << 17]);
				return true;
			default:
				out.write(text);
				out.write('\n');
				return true;
		}
	}

	private JsonArray result(final String method, final JsonArray p, final Manner manner) {
		final JsonArray result = new JsonArray();
		result.add(manner == Manner.REFUSING ? 5 : 0);
		final int axis = p.get(0).getAsInt();
		if (method.equals("amc.move.getPosition")) {
			if (manner == Manner.NO_NUMBER) result.add("here");
			else result.add(nm[axis]);
		}
		else if (method.equals("amc.move.setControlTargetPosition")) nm[axis] = p.get(1).getAsDouble();
		else if (method.equals("amc.status.getStatusTargetRange")) result.add(!neverArrives);
		else if (method.equals("amc.status.getStatusMoving")) result.add(0);
		else if (method.equals("system.errorNumberToString")) result.add(manner == Manner.BRACES_IN_TEXT ? "}not \"referenced\"{"
			: "not referenced");
		return result;
	}

	@Override
	public void close() throws IOException, InterruptedException {
		server.close();
		thread.join(2000);
	}
}
