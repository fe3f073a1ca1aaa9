package net.operando.ui.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods behind a command: the packages of {@code analysis} and {@code model} that its class names, itself or through
 * {@code experiment}. Read from the compiled classes, so that a new command need not be entered anywhere.
 */
public final class CommandMethods {

	private static final Pattern METHOD = Pattern.compile("net/operando/((?:analysis|model)/\\w+)/.*");
	private static final Pattern BETWEEN = Pattern.compile("net/operando/(?:experiment|ui/command/\\w+)/.*");

	private CommandMethods() {}

	/** Packages such as "analysis.front"; empty for a command that computes nothing. */
	public static Set<String> of(final String commandClass) {
		final Set<String> packages = new TreeSet<>();
		final Set<String> seen = new HashSet<>();
		final Deque<String> open = new ArrayDeque<>();
		open.add(commandClass.replace('.', '/'));
		while (!open.isEmpty()) {
			final String name = open.remove();
			if (!seen.add(name)) continue;
			final Matcher method = METHOD.matcher(name);
			if (method.matches()) packages.add(method.group(1).replace('/', '.'));
			else if (BETWEEN.matcher(name).matches()) open.addAll(named(name));
		}
		return packages;
	}

	private static Set<String> named(final String name) {
		try (InputStream in = CommandMethods.class.getResourceAsStream("/" + name + ".class")) {
			if (in == null) throw new IllegalStateException("the class " + name + " is missing from the jar");
			return ClassNames.in(in);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
